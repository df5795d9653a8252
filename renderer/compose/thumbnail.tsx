import { useEffect, useRef, useState } from 'react';
import { classNames } from '../ui/class-names';
import type { Page } from './pages';
import styles from './thumbnail.module.css';
import type { LayChoices, Thumbnails } from './thumbnails';

interface ThumbnailProps {
  readonly page: Page;
  readonly choices: LayChoices;
  readonly thumbnails: Thumbnails;
}

/** A small picture of the page, on paper of the page's own shape. */
export function Thumbnail({ page, choices, thumbnails }: ThumbnailProps) {
  const { tidy, topMargin } = choices;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    let here = true;
    void thumbnails(page, { tidy, topMargin }).then((picture) => {
      if (!here || !picture.ok || !canvas.current) return;
      paint(canvas.current, picture.value);
      setShown(true);
    });
    return () => {
      here = false;
    };
  }, [page, tidy, topMargin, thumbnails]);
  return (
    <span className={styles.paper}>
      <canvas ref={canvas} className={classNames(styles.picture, shown && styles.shown)} aria-hidden="true" />
    </span>
  );
}

function paint(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}

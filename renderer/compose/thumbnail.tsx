import { useEffect, useRef, useState } from 'react';
import type { GreyImage } from '../../app/fax/grey';
import { classNames } from '../ui/class-names';
import { rgbaOfGrey } from '../../app/fax/page-colours';
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
    const away = new AbortController();
    void thumbnails(page, { tidy, topMargin }, away.signal).then((picture) => {
      if (away.signal.aborted || !picture.ok || !canvas.current) return;
      paint(canvas.current, picture.value);
      setShown(true);
    });
    return () => away.abort();
  }, [page, tidy, topMargin, thumbnails]);
  return (
    <span className={styles.paper}>
      <canvas ref={canvas} className={classNames(styles.picture, shown && styles.shown)} aria-hidden="true" />
    </span>
  );
}

function paint(canvas: HTMLCanvasElement, { width, height, pixels }: GreyImage): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(rgbaOfGrey(pixels), width, height), 0, 0);
}

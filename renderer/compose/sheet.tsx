import { type PointerEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { HORIZONTAL_PER_INCH, verticalPerInch } from '../../app/fax/geometry';
import { useTexts } from '../language';
import { useServices } from '../services';
import { classNames } from '../ui/class-names';
import type { FaxPage } from './press';
import styles from './preview.module.css';

export type Zoom = 'fit' | 'actual';

interface SheetProps {
  readonly page: FaxPage;
  /** Shown as a machine without fine resolution prints it. */
  readonly squashed: boolean;
  readonly zoom: Zoom;
  /** Laid over the upper edge. */
  readonly header: ReactNode;
}

/** A page's bits: dot for dot, or the whole page with its dots averaged to greys. */
export function Sheet({ page, squashed, zoom, header }: SheetProps) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(canvas);
  const { widthPels, scanLines } = page;
  const shape = widthPels / HORIZONTAL_PER_INCH / (scanLines / verticalPerInch(page.resolution));
  const dots = Math.round(width * devicePixelRatio);
  const reducedTo = zoom === 'actual' || dots === 0 || dots >= widthPels ? null : dots;
  const painted = usePainted(canvas, page, squashed, reducedTo, shape);
  const actual = {
    width: widthPels / devicePixelRatio,
    height: (scanLines * (page.resolution === 'standard' ? 2 : 1)) / devicePixelRatio,
  };
  return (
    <div
      ref={frame}
      className={classNames(styles.frame, styles[zoom])}
      tabIndex={0}
      role="region"
      aria-label={t('ui.compose.sheet')}
      aria-busy={!painted}
      onPointerDown={(event) => zoom === 'actual' && frame.current && pan(event, frame.current)}
    >
      <div className={styles.sheet} style={zoom === 'fit' ? { aspectRatio: shape, '--shape': shape } : actual}>
        <canvas ref={canvas} role="img" aria-label={t('ui.compose.sheetPicture')} className={styles.dots} />
        {header}
      </div>
    </div>
  );
}

/** Has the page painted, so many dots wide or dot for dot; whether it is on the canvas. */
function usePainted(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  page: FaxPage,
  squashed: boolean,
  reducedTo: number | null,
  shape: number,
): boolean {
  const { openPress } = useServices();
  const wanted = useMemo(
    () => ({
      page,
      squashed,
      reduced: reducedTo === null ? null : { widthPx: reducedTo, heightPx: Math.round(reducedTo / shape) },
    }),
    [page, squashed, reducedTo, shape],
  );
  const [shown, setShown] = useState<typeof wanted | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    void openPress()
      .then((press) => press.paint(wanted.page, wanted, abort.signal))
      .then((picture) => {
        if (picture && canvas.current && !abort.signal.aborted) {
          show(canvas.current, picture);
          setShown(wanted);
        }
        picture?.close();
      });
    return () => abort.abort();
  }, [canvas, openPress, wanted]);
  return shown === wanted;
}

function show(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}

/** An element's width on the screen, in CSS pixels; 0 until it is known. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Drags the sheet about under the frame until the pointer is let go. */
function pan(start: PointerEvent, frame: HTMLElement): void {
  if (start.button !== 0) return;
  const from = { x: start.clientX + frame.scrollLeft, y: start.clientY + frame.scrollTop };
  const move = (event: globalThis.PointerEvent): void => frame.scrollTo(from.x - event.clientX, from.y - event.clientY);
  const end = (): void => frame.removeEventListener('pointermove', move);
  frame.setPointerCapture(start.pointerId);
  frame.addEventListener('pointermove', move);
  frame.addEventListener('lostpointercapture', end, { once: true });
}

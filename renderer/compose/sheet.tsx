import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { HORIZONTAL_PER_INCH, verticalPerInch } from '../../app/fax/geometry';
import { useTexts } from '../language';
import { classNames } from '../ui/class-names';
import { paintBitmap, paintReduced } from './paint-bitmap';
import type { FaxPage } from './press';
import styles from './preview.module.css';

export type Zoom = 'fit' | 'actual';

interface SheetProps {
  readonly page: FaxPage;
  readonly zoom: Zoom;
  /** Laid over the upper edge. */
  readonly header: ReactNode;
}

/** A page's bits: dot for dot, or the whole page with its dots averaged to greys. */
export function Sheet({ page, zoom, header }: SheetProps) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(canvas);
  const { widthPels, scanLines } = page.bitmap;
  const shape = widthPels / HORIZONTAL_PER_INCH / (scanLines / verticalPerInch(page.resolution));
  useEffect(() => {
    if (!canvas.current) return;
    const dots = Math.round(width * devicePixelRatio);
    if (zoom === 'actual' || dots === 0 || dots >= widthPels) paintBitmap(canvas.current, page.bitmap);
    else paintReduced(canvas.current, page.bitmap, dots, Math.round(dots / shape));
  }, [page, zoom, width, widthPels, shape]);
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
      onPointerDown={(event) => zoom === 'actual' && frame.current && pan(event, frame.current)}
    >
      <div className={styles.sheet} style={zoom === 'fit' ? { aspectRatio: shape, '--shape': shape } : actual}>
        <canvas ref={canvas} role="img" aria-label={t('ui.compose.sheetPicture')} className={styles.dots} />
        {header}
      </div>
    </div>
  );
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

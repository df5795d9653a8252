import { useEffect, useRef, useState } from 'react';
import type { Turn } from '../../app/fax/placement';
import { useTexts } from '../language';
import type { SourceFile } from '../compose/press';
import type { PaperSize } from '../compose/worker/protocol';
import { useViewer } from './viewed';

interface PagePictureProps {
  file: SourceFile;
  /** From 1. */
  page: number;
  turn: Turn;
  /** CSS pixels. */
  width: number;
  height: number;
  className: string | undefined;
  isThumbnail?: boolean;
  onSize: (page: number, size: PaperSize) => void;
  /** It was drawn, or can’t be. */
  onEnd?: () => void;
}

/** A page, drawn by the press at the very dots of the screen. While another size is drawn, the last one is stretched. */
export function PagePicture({
  file,
  page,
  turn,
  width,
  height,
  className,
  onSize,
  onEnd,
  isThumbnail = false,
}: PagePictureProps) {
  const { t } = useTexts();
  const { draw } = useViewer();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawnTurn, setDrawnTurn] = useState<Turn | null>(null);
  const widthPx = Math.round(width * devicePixelRatio);
  useEffect(() => {
    const abort = new AbortController();
    void draw(file, { sourcePage: page, rotation: turn, widthPx }, { signal: abort.signal, isThumbnail }, (result) => {
      if (!abort.signal.aborted) onEnd?.();
      if (!result.ok) return;
      const { picture, widthInch, heightInch } = result.value;
      if (canvas.current && !abort.signal.aborted) {
        paint(canvas.current, picture);
        setDrawnTurn(turn);
        onSize(page, { widthInch, heightInch });
      }
      picture.close();
    });
    return () => abort.abort();
  }, [draw, file, page, turn, widthPx, isThumbnail, onSize, onEnd]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t('viewer.page', { n: page })}
      aria-busy={drawnTurn !== turn}
      data-page={page}
      className={className}
      style={{ width, height }}
    />
  );
}

function paint(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
}

import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Corners, WHOLE } from '../../app/fax/paper/corners';
import { mapCorners } from '../../app/fax/paper/quad';
import { failureSentence } from '../../app/i18n/translate';
import { ok, type Result } from '../../app/result';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { type CornerIndex, moveCorner, nudgeCorner } from './corner-moves';
import styles from './crop-editor.module.css';
import { Making } from './making';
import type { Page } from './pages';
import type { ComposeModel } from './use-compose';

interface CropEditorProps {
  readonly page: Page;
  readonly compose: ComposeModel;
  readonly onEnd: () => void;
}

const indexes = [0, 1, 2, 3] as const;
const names = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;

/** The page's source with four corners to be moved to where the page is. */
export function CropEditor({ page, compose, onEnd }: CropEditorProps) {
  const { t } = useTexts();
  const [corners, setCorners] = useState(() => cornersNow(page, compose));
  const cut = (chosen: Corners | undefined): void => {
    compose.dispatch({ kind: 'cut', ids: new Set([page.id]), corners: chosen });
    onEnd();
  };
  return (
    <div
      data-focus-kept
      role="group"
      aria-label={t('ui.compose.crop')}
      tabIndex={-1}
      className={styles.editor}
      onKeyDown={(event) => event.key === 'Escape' && onEnd()}
    >
      <Board page={page} corners={corners} onChange={setCorners} />
      <div className={styles.bar}>
        <p className={styles.hint}>{t('ui.compose.cropHint')}</p>
        <Button look="quiet" onClick={onEnd}>
          {t('ui.compose.cropCancel')}
        </Button>
        <Button onClick={() => cut(undefined)}>{t('ui.compose.cropFind')}</Button>
        <Button onClick={() => setCorners(WHOLE)}>{t('ui.compose.cropWhole')}</Button>
        <Button look="primary" onClick={() => cut(corners)}>
          {t('ui.compose.cropApply')}
        </Button>
      </div>
    </div>
  );
}

/** The corners the page has now: the user's, the ones found, or all of it. */
function cornersNow(page: Page, { presses, choices }: ComposeModel): Corners {
  const pressed = presses.peek(page, choices);
  const found = page.corners ?? (pressed?.ok ? pressed.value.corners : null) ?? WHOLE;
  return mapCorners(found, ({ x, y }) => ({ x: Math.min(Math.max(x, 0), 1), y: Math.min(Math.max(y, 0), 1) }));
}

interface BoardProps {
  readonly page: Page;
  readonly corners: Corners;
  readonly onChange: (corners: Corners) => void;
}

/** The picture, what of it is left out in shade, and the corners. */
function Board({ page, corners, onChange }: BoardProps) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = usePicture(page, canvas);
  const shape = painted?.ok === true ? painted.value : null;
  const outline = corners.map(({ x, y }) => `${String(x * 100)},${String(y * 100)}`).join(' ');
  return (
    <div className={styles.board}>
      {painted === null && <Making />}
      {painted?.ok === false && <p role="alert">{failureSentence(t, painted.failure)}</p>}
      <div
        className={styles.picture}
        style={{ aspectRatio: shape ?? 1, '--shape': shape ?? 1 }}
        hidden={shape === null}
      >
        <canvas ref={canvas} role="img" aria-label={t('ui.compose.cropPicture')} />
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path d={`M0,0H100V100H0Z M${outline}Z`} fillRule="evenodd" className={styles.left} />
          <polygon points={outline} className={styles.outline} />
        </svg>
        {indexes.map((index) => (
          <Corner key={index} index={index} corners={corners} onChange={onChange} />
        ))}
      </div>
    </div>
  );
}

/** One corner: dragged, or moved with the arrow keys, further with Shift. */
function Corner({ index, corners, onChange }: Omit<BoardProps, 'page'> & { readonly index: CornerIndex }) {
  const { t, formats } = useTexts();
  const { x, y } = corners[index];
  const place = {
    corner: t(`ui.compose.corners.${names[index]}`),
    x: formats.number(x * 100),
    y: formats.number(y * 100),
  };
  return (
    <button
      type="button"
      className={styles.corner}
      style={{ left: `${String(x * 100)}%`, top: `${String(y * 100)}%` }}
      aria-label={t('ui.compose.cornerAt', place)}
      onKeyDown={(event) => {
        const nudged = nudgeCorner(corners, index, event.key, event.shiftKey);
        if (nudged === null) return;
        event.preventDefault();
        onChange(nudged);
      }}
      onPointerDown={(event) => event.button === 0 && event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onChange(dragged(event, corners, index));
      }}
    />
  );
}

function dragged(event: PointerEvent<HTMLElement>, corners: Corners, index: CornerIndex): Corners {
  const board = event.currentTarget.parentElement?.getBoundingClientRect();
  if (!board) return corners;
  return moveCorner(corners, index, {
    x: (event.clientX - board.left) / board.width,
    y: (event.clientY - board.top) / board.height,
  });
}

/** Paints the page's source; its shape, width by height, once it is there, or why it won't be. */
function usePicture(
  { source, sourcePage }: Page,
  canvas: React.RefObject<HTMLCanvasElement | null>,
): Result<number> | null {
  const { openPress } = useServices();
  const [painted, setPainted] = useState<Result<number> | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    void openPress()
      .then((press) => press.picture(source, sourcePage, abort.signal))
      .then((picture) => {
        if (abort.signal.aborted || !canvas.current) return;
        setPainted(picture.ok ? ok(paint(canvas.current, picture.value)) : picture);
      });
    return () => abort.abort();
  }, [openPress, source, sourcePage, canvas]);
  return painted;
}

function paint(canvas: HTMLCanvasElement, picture: ImageBitmap): number {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  const shape = picture.width / picture.height;
  picture.close();
  return shape;
}

import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Turn } from '../../app/fax/placement';
import type { SourceFile } from '../compose/press';
import type { PaperSize } from '../compose/worker/protocol';
import { useTexts } from '../language';
import { PagePicture } from './page-picture';
import styles from './viewer.module.css';
import { lastBefore, stackOf, within } from './stack';
import { factorOf, onScreen, scaled, turnedPaper, usualPaper, type Zoom } from './zoom';

const GAP = 16;

/** What the viewer asks of its sheets. */
export interface SheetsHandle {
  readonly showPage: (page: number) => void;
  readonly factor: () => number;
}

interface SheetsProps {
  file: SourceFile;
  pageCount: number;
  /** Until then only what is in sight is drawn. */
  isFirstDrawn: boolean;
  turnOf: (page: number) => Turn;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  /** The page at the middle of the frame, from 1. */
  onPage: (page: number) => void;
  /** The first page that was asked for is drawn, or can’t be. */
  onDrawn: () => void;
  handle: React.Ref<SheetsHandle>;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** All pages, one below the other; only those in sight and their neighbours are drawn. */
export function Sheets({ file, pageCount, isFirstDrawn, turnOf, zoom, onZoom, onPage, onDrawn, handle }: SheetsProps) {
  const { t } = useTexts();
  const element = useRef<HTMLDivElement>(null);
  const frame = useFrame(element);
  const [sizes, setSizes] = useState<ReadonlyMap<number, PaperSize>>(new Map());
  const learnSize = useCallback((page: number, size: PaperSize): void => {
    setSizes((known) => (sameSize(known.get(page), size) ? known : new Map(known).set(page, size)));
  }, []);
  const papers = useMemo(() => {
    const usual = sizes.get(1) ?? usualPaper;
    return Array.from({ length: pageCount }, (_, index) =>
      turnedPaper(sizes.get(index + 1) ?? usual, turnOf(index + 1)),
    );
  }, [sizes, pageCount, turnOf]);
  const room = { width: Math.max(frame.width - 2 * GAP, 50), height: Math.max(frame.height - 2 * GAP, 50) };
  const factor = factorOf(zoom, papers[0] ?? usualPaper, room);
  const onGlass = useMemo(() => papers.map((paper) => onScreen(paper, factor)), [papers, factor]);
  const stack = useMemo(
    () =>
      stackOf(
        onGlass.map(({ height }) => height),
        GAP,
      ),
    [onGlass],
  );
  useFocusAtStart(element);
  useKeepPlace(element, stack.height);
  useWheelZoom(element, factor, onZoom);
  const middle = Math.max(0, lastBefore(stack.tops, frame.top + frame.height / 2)) + 1;
  useEffect(() => onPage(middle), [onPage, middle]);
  useImperativeHandle(handle, () => ({
    showPage: (page) => element.current?.scrollTo({ top: (stack.tops[page - 1] ?? 0) - GAP }),
    factor: () => factor,
  }));

  const around = isFirstDrawn ? frame.height / 2 : 0;
  const seen = within(stack, frame.top - around, frame.top + frame.height + around);
  const widest = Math.max(...onGlass.map(({ width }) => width), 0);
  const shown = frame.width === 0 ? [] : onGlass.slice(seen.first, seen.last + 1);
  return (
    <div
      ref={element}
      className={styles.sheets}
      tabIndex={0}
      role="region"
      aria-label={t('viewer.pagesOf')}
      onKeyDown={(event) =>
        turnByKey(event, middle, pageCount, (page) =>
          element.current?.scrollTo({ top: (stack.tops[page - 1] ?? 0) - GAP }),
        )
      }
    >
      <div className={styles.stack} style={{ height: stack.height, width: Math.max(widest + 2 * GAP, frame.width) }}>
        {shown.map(({ width, height }, index) => {
          const page = seen.first + index + 1;
          return (
            <div key={page} className={styles.place} style={{ top: stack.tops[page - 1] }}>
              <PagePicture
                {...{ file, page, width, height }}
                turn={turnOf(page)}
                className={styles.paper}
                onSize={learnSize}
                onEnd={onDrawn}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const sameSize = (a: PaperSize | undefined, b: PaperSize): boolean =>
  a?.widthInch === b.widthInch && a.heightInch === b.heightInch;

function turnByKey(event: KeyboardEvent, page: number, pageCount: number, show: (page: number) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const to = event.key === 'ArrowRight' ? page + 1 : event.key === 'ArrowLeft' ? page - 1 : null;
  if (to === null || to < 1 || to > pageCount) return;
  event.preventDefault();
  show(to);
}

/** The keyboard is on the pages as soon as they are there, unless it is already somewhere in the viewer. */
function useFocusAtStart(element: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewer = element.current?.closest('section');
    if (viewer && !viewer.contains(document.activeElement)) element.current?.focus({ preventScroll: true });
  }, [element]);
}

/** The frame's size and how far it is scrolled. */
function useFrame(element: React.RefObject<HTMLElement | null>): Frame {
  const [frame, setFrame] = useState<Frame>({ width: 0, height: 0, top: 0 });
  // Before the first paint, so that the first page is asked for at once.
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const read = (): void =>
      setFrame({ width: watched.clientWidth, height: watched.clientHeight, top: watched.scrollTop });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(watched);
    watched.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      watched.removeEventListener('scroll', read);
    };
  }, [element]);
  return frame;
}

/** What was at the middle stays there when all grows or shrinks. */
function useKeepPlace(element: React.RefObject<HTMLElement | null>, height: number): void {
  const last = useRef(height);
  useLayoutEffect(() => {
    const scrolled = element.current;
    if (scrolled && last.current !== height) {
      const middle = scrolled.clientHeight / 2;
      const top = ((scrolled.scrollTop + middle) * height) / last.current - middle;
      if (scrolled.scrollTop > 0) scrolled.scrollTo({ top });
    }
    last.current = height;
  }, [element, height]);
}

/** Ctrl and the wheel, or two fingers on a touch pad. React's own wheel events can't be prevented. */
function useWheelZoom(
  element: React.RefObject<HTMLElement | null>,
  factor: number,
  onZoom: (zoom: Zoom) => void,
): void {
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      onZoom(scaled(factor, Math.exp(-Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 50) * 0.004)));
    };
    watched.addEventListener('wheel', onWheel, { passive: false });
    return () => watched.removeEventListener('wheel', onWheel);
  }, [element, factor, onZoom]);
}

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useReducer,
  useRef,
  useState,
} from 'react';
import { classNames } from '../class-names';
import { placeInElements } from './elements';
import { Filling } from './filling';
import { gestureOf } from './keys';
import type { ListGesture, ListSelection } from './selection';
import styles from './virtual-list.module.css';

/** Rows beyond the edges that are there too, at each. */
const overscan = 4;
/** More rows than a wheel brings into sight in one frame, and half of what a tall window shows. */
const mostFilledInFrame = 16;

interface VirtualListProps {
  label: string;
  count: number;
  /** All rows are of one height. */
  rowHeightPx: number;
  selection: ListSelection;
  isSelected: (index: number) => boolean;
  /** Rows that are not are blank. */
  isLoaded: (index: number) => boolean;
  onGesture: (gesture: ListGesture) => void;
  /** Enter or a double click. */
  onOpen?: (index: number) => void;
  /** The rows on screen, and some around them. */
  onRange: (from: number, to: number) => void;
  className?: string | undefined;
  children: (index: number) => ReactNode;
}

/**
 * A list of any length of which only what is on screen exists. Rows are options without controls of their own: what can
 * be done with them stands beside the list.
 */
export function VirtualList(props: VirtualListProps) {
  const {
    label,
    count,
    rowHeightPx,
    selection,
    isSelected,
    isLoaded,
    onGesture,
    onOpen,
    onRange,
    className,
    children,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const { active } = selection;
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing compiles these components
  const virtualizer = useVirtualizer({
    count,
    estimateSize: () => rowHeightPx,
    getScrollElement: () => scroller.current,
    overscan,
    // The active row stays, so that assistive technology can still be pointed at it.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return active < 0 || active >= count || shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b);
    },
  });
  const range = virtualizer.range;
  const from = range?.startIndex ?? 0;
  const to = range?.endIndex ?? 0;
  useEffect(() => onRange(from, to), [onRange, from, to]);
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [virtualizer, active]);

  const heightPx = virtualizer.scrollRect?.height ?? 0;
  const elements = placeInElements(virtualizer.getVirtualItems(), {
    count: Math.ceil(heightPx / rowHeightPx) + 1 + 2 * overscan,
    isInSight: (index) => index >= from - overscan && index <= to + overscan,
    isScrolling: virtualizer.isScrolling,
  });

  const [filling] = useState(() => new Filling());
  const [, goOn] = useReducer((frames: number) => frames + 1, 0);
  const most = virtualizer.isScrolling ? mostFilledInFrame : Infinity;
  const { shown, isLeft } = filling.fill(elements, { isLoaded, most });
  useEffect(() => {
    if (!isLeft) return undefined;
    const frame = requestAnimationFrame(goOn);
    return () => cancelAnimationFrame(frame);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && active >= 0) onOpen?.(active);
    const pageRows = Math.max(1, to - from);
    const gesture = gestureOf(event, active, count, pageRows);
    if (gesture === null) return;
    event.preventDefault();
    onGesture(gesture);
  };
  const onClick = (event: MouseEvent, index: number): void => {
    if (event.ctrlKey || event.metaKey) onGesture({ kind: 'toggle', at: index });
    else onGesture({ kind: event.shiftKey ? 'extend' : 'go', to: index });
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      data-focus-kept
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={active >= 0 && active < count ? `${id}${active}` : undefined}
      className={classNames(styles.list, className)}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.all} style={{ height: virtualizer.getTotalSize() }}>
        {elements.map(({ key, row: { index, start } }) => (
          <div
            key={key}
            id={`${id}${index}`}
            role="option"
            aria-selected={isSelected(index)}
            aria-posinset={index + 1}
            aria-setsize={count}
            data-active={index === active || undefined}
            data-blank={!shown.has(index) || undefined}
            className={styles.row}
            style={{ height: rowHeightPx, transform: `translateY(${start}px)` }}
            onClick={(event) => onClick(event, index)}
            onDoubleClick={() => onOpen?.(index)}
          >
            <Content index={index} isShown={shown.has(index)}>
              {children}
            </Content>
          </div>
        ))}
      </div>
    </div>
  );
}

interface ContentProps {
  index: number;
  isShown: boolean;
  children: (index: number) => ReactNode;
}

/** What a row shows. While it is to be blank, what was there stays, out of sight: to fill it anew costs far less than to make it again. */
const Content = memo(
  ({ index, isShown, children }: ContentProps) => isShown && children(index),
  (_before, { isShown }) => !isShown,
);

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { PagedRows } from './paged-rows';
import { type KeyAt, type ListGesture, type ListSelection, noSelection, rangeOf, select } from './selection';

/** A long list with its selection, as `VirtualList` wants it. */
export interface PagedList<T> {
  readonly rows: PagedRows<T>;
  /** `null` until the first answer. */
  readonly total: number | null;
  readonly selection: ListSelection;
  readonly isSelected: (index: number) => boolean;
  readonly isLoaded: (index: number) => boolean;
  readonly onGesture: (gesture: ListGesture) => void;
  readonly onRange: (from: number, to: number) => void;
  readonly setSelection: (selection: ListSelection) => void;
}

/** As many as a tall window shows. */
const firstRows = 50;

export function usePagedList<T>(rows: PagedRows<T>): PagedList<T> {
  const subscribe = useCallback((listener: () => void) => atFrames(rows.subscribe, listener), [rows]);
  useSyncExternalStore(subscribe, rows.version);
  useEffect(() => rows.want(0, firstRows), [rows]);
  const [selection, setSelection] = useState(noSelection);
  useEffect(() => rows.hold(selection.keys), [rows, selection.keys]);
  const { total } = rows;
  const keyAt = (index: number): string | undefined => rows.keyAt(index);
  const onGesture = (gesture: ListGesture): void => {
    const count = total ?? 0;
    const apply = (keyAt: KeyAt): void => setSelection((before) => select(before, gesture, count, keyAt));
    const range = rangeOf(selection, gesture, count);
    if (range !== null) return void rows.keysIn(...range).then(apply);
    apply(keyAt);
    if (gesture.kind !== 'go' || keyAt(gesture.to) !== undefined) return;
    // Gone to, but not here yet: it is selected once it is, unless the user has gone on.
    const { to } = gesture;
    void rows.keysIn(to, to).then((farKeyAt) => {
      setSelection((before) => {
        const isStill = before.active === to && before.keys.size === 0;
        return isStill ? select(before, gesture, count, farKeyAt) : before;
      });
    });
  };
  const onRange = useCallback((from: number, to: number) => rows.want(from, to), [rows]);
  const isSelected = (index: number): boolean => {
    const key = keyAt(index);
    return key !== undefined && selection.keys.has(key);
  };
  const isLoaded = (index: number): boolean => rows.at(index) !== undefined;
  return { rows, total, selection, isSelected, isLoaded, onGesture, onRange, setSelection };
}

/** Calls the listener at most once a frame, after what the frame scrolls: rows it leaves need not be shown. */
function atFrames(subscribe: (listener: () => void) => () => void, listener: () => void): () => void {
  let frame: number | null = null;
  const stop = subscribe(() => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      listener();
    });
  });
  return () => {
    stop();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}

import { useEffect, useLayoutEffect, useRef } from 'react';

/** Gives the focus back to where it was before something else was shown, unless it has gone elsewhere since. */
export function useFocusBack(isAway: boolean): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isAway) before.current = document.activeElement;
  }, [isAway]);
  useEffect(() => {
    if (isAway || document.activeElement !== document.body) return;
    if (before.current instanceof HTMLElement) before.current.focus();
  }, [isAway]);
}

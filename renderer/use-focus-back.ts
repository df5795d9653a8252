import { useEffect, useLayoutEffect, useRef } from 'react';
import { fieldIds } from './compose/fields';

/**
 * Gives the focus back to where it was before something else was shown, unless it has gone elsewhere since. Where that is not to be seen any more,
 * the user was led to the send window: there it is where the numbers are written.
 */
export function useFocusBack(isAway: boolean): void {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isAway) before.current = document.activeElement;
  }, [isAway]);
  useEffect(() => {
    if (isAway || document.activeElement !== document.body) return;
    if (before.current instanceof HTMLElement) before.current.focus();
    if (document.activeElement === document.body) document.getElementById(fieldIds.recipients)?.focus();
  }, [isAway]);
}

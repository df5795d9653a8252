import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where the focused control of an area goes away, as a button that did its work, the focus goes to the first element of
 * the area marked `data-focus-kept`, or to the area: not to nowhere, from where no key leads on.
 */
export function useFocusKept<T extends HTMLElement>(): RefObject<T | null> {
  const area = useRef<T>(null);
  useEffect(() => {
    const kept = area.current;
    if (kept === null) return undefined;
    let focused: EventTarget | null = null;
    const onFocus = ({ target }: FocusEvent): void => void (focused = target);
    const observer = new MutationObserver(() => {
      if (!(focused instanceof Node) || focused.isConnected || document.activeElement !== document.body) return;
      focused = null;
      (kept.querySelector<HTMLElement>('[data-focus-kept]') ?? kept).focus({ preventScroll: true });
    });
    kept.addEventListener('focusin', onFocus);
    observer.observe(kept, { childList: true, subtree: true });
    return () => {
      kept.removeEventListener('focusin', onFocus);
      observer.disconnect();
    };
  }, []);
  return area;
}

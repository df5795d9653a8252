import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { prepareForPages } from './compose/prepare';
import { Rehearsal } from './compose/rehearsal';
import { useCompose } from './compose/use-compose';
import { preloadScreens } from './other-screen';
import { useServices } from './services';

/** What the user does next need not wait for its code, which comes after the pages that are being made. */
export function Preloads() {
  const { openPress } = useServices();
  const [areLoaded, setLoaded] = useState(false);
  const { state, choices, presses } = useCompose();
  useSyncExternalStore(presses.subscribe, presses.version);
  const shown = state.pages.now.find(({ id }) => id === state.shown);
  const isMaking = state.reading > 0 || (shown !== undefined && presses.peek(shown, choices) === null);
  useEffect(() => {
    if (isMaking) return undefined;
    const idle = requestIdleCallback(() => {
      void prepareForPages(openPress).then(() => startTransition(() => setLoaded(true)));
      preloadScreens();
      void openPress().then((press) => press.rehearse());
    });
    return () => cancelIdleCallback(idle);
  }, [isMaking, openPress]);
  return areLoaded ? <Rehearsal /> : null;
}

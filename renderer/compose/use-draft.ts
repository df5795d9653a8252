import { type Dispatch, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useServices } from '../services';
import { createTokens, draftOf, isWorthKeeping, revive, waitForMore } from './draft';
import type { Questions } from './questions';
import type { Compose, ComposeAction } from './state';

export interface RestoredWord {
  readonly startAnew: () => void;
  readonly dismiss: () => void;
}

/** Keeps the fax in the making with main at every change, and brings back what was left of one. */
export function useDraft(state: Compose, dispatch: Dispatch<ComposeAction>, questions: Questions): RestoredWord | null {
  const { client, beginning, openPress } = useServices();
  const [isTaken, setTaken] = useState(false);
  const [isRestored, setRestored] = useState(false);
  const [tokenOf] = useState(() => createTokens(client));
  const taking = useRef(false);
  const changedSince = useRef<number | null>(null);

  const take = useEffectEvent(async () => {
    const draft = await beginning.takeDraft();
    if (draft) {
      const { restored, failures } = await revive(draft, { client, openPress, questions });
      dispatch({ kind: 'restored', draft: restored });
      for (const failure of failures) dispatch({ kind: 'noticed', notice: { id: crypto.randomUUID(), failure } });
      setRestored(true);
    }
    setTaken(true);
  });
  useEffect(() => {
    if (taking.current) return;
    taking.current = true;
    void take();
  }, []);

  const { pages, recipients, typed, draft, phase } = state;
  const keep = useEffectEvent(async () => {
    const { kind } = state.phase;
    if (kind === 'sent' || (kind === 'editing' && !isWorthKeeping(state))) await client.call('draft.forget');
    else if (kind === 'editing') await client.call('draft.keep', await draftOf(state, tokenOf));
  });
  useEffect(() => {
    if (!isTaken) return undefined;
    const now = Date.now();
    changedSince.current ??= now;
    const keepAll = (): void => {
      changedSince.current = null;
      void keep();
    };
    const timer = setTimeout(keepAll, waitForMore(changedSince.current, now));
    return () => clearTimeout(timer);
  }, [isTaken, pages.now, recipients, typed, draft, phase.kind]);
  useEffect(() => {
    const keepNow = (): void => void (isTaken && keep());
    window.addEventListener('pagehide', keepNow);
    return () => window.removeEventListener('pagehide', keepNow);
  }, [isTaken]);

  if (!isRestored || phase.kind === 'sent' || !isWorthKeeping(state)) return null;
  return {
    startAnew() {
      setRestored(false);
      dispatch({ kind: 'startedAnew', keepPages: false });
    },
    dismiss: () => setRestored(false),
  };
}

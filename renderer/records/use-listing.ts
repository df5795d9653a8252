import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../app/failure';
import type { Pagination } from '../../app/api/entities';
import type { Result } from '../../app/result';

export type Listing<T> =
  | { readonly kind: 'loading'; readonly last: T | null }
  | { readonly kind: 'loaded'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Asks anew whenever `ask` changes or on refresh; an answer that has been overtaken is dropped. */
export function useListing<T extends { readonly pagination: Pagination }>(ask: () => Promise<Result<T>>) {
  const [round, setRound] = useState(0);
  const [answered, setAnswered] = useState<{ ask: typeof ask; round: number; result: Result<T> } | null>(null);
  useEffect(() => {
    let here = true;
    void ask().then((result) => {
      if (here) setAnswered({ ask, round, result });
    });
    return () => {
      here = false;
    };
  }, [ask, round]);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  const current = answered?.ask === ask && answered.round === round ? answered.result : null;
  return { listing: listingOf(current, answered?.result ?? null), refresh };
}

function listingOf<T>(current: Result<T> | null, last: Result<T> | null): Listing<T> {
  if (current === null) return { kind: 'loading', last: last?.ok ? last.value : null };
  return current.ok ? { kind: 'loaded', value: current.value } : { kind: 'failed', failure: current.failure };
}

/** What to show of a listing now: while loading, what was there before. */
export function shownOf<T>(listing: Listing<T>): T | null {
  if (listing.kind === 'loaded') return listing.value;
  return listing.kind === 'loading' ? listing.last : null;
}

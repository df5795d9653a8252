import type { TimeSpan } from './time-span';

/** Spans in the order of time that neither overlap nor touch: what is in any of `spans` or in `added`. */
export function withSpan(spans: readonly TimeSpan[], added: TimeSpan): TimeSpan[] {
  if (added.until <= added.from) return [...spans];
  const touching = spans.filter((span) => span.from <= added.until && span.until >= added.from);
  const joined = {
    from: Math.min(added.from, ...touching.map(({ from }) => from)),
    until: Math.max(added.until, ...touching.map(({ until }) => until)),
  };
  return [...spans.filter((span) => !touching.includes(span)), joined].sort((a, b) => a.from - b.from);
}

/** What is in `spans` and not in `removed`. */
export const withoutSpan = (spans: readonly TimeSpan[], removed: TimeSpan): TimeSpan[] =>
  spans.flatMap((span) =>
    [
      { from: span.from, until: Math.min(span.until, removed.from) },
      { from: Math.max(span.from, removed.until), until: span.until },
    ].filter(({ from, until }) => from < until),
  );

/** What of `wanted` is in none of `spans`, newest first. */
export function gapsIn(spans: readonly TimeSpan[], wanted: TimeSpan): TimeSpan[] {
  if (wanted.until <= wanted.from) return [];
  return spans.reduce((gaps, span) => withoutSpan(gaps, span), [wanted]).reverse();
}

/** From when on nothing is missing until the end of `wanted`; its end where its newest part is. */
export const completeSince = (spans: readonly TimeSpan[], wanted: TimeSpan): number =>
  gapsIn(spans, wanted)[0]?.until ?? wanted.from;

export const lengthOf = (spans: readonly TimeSpan[]): number =>
  spans.reduce((sum, { from, until }) => sum + until - from, 0);

/** Pages one below the other. */
export interface Stack {
  /** Where each begins. */
  readonly tops: readonly number[];
  readonly height: number;
}

/** Stacks pages of these heights with a gap between, before and after. */
export function stackOf(heights: readonly number[], gap: number): Stack {
  const tops: number[] = [];
  let at = gap;
  for (const height of heights) {
    tops.push(at);
    at += height + gap;
  }
  return { tops, height: at };
}

/** The first and the last index of what lies between `from` and `to`; at least one where there is any. */
export function within({ tops, height }: Stack, from: number, to: number): { first: number; last: number } {
  const first = Math.max(0, lastBefore(tops, Math.min(from, height)));
  return { first, last: Math.max(first, lastBefore(tops, to)) };
}

/** The index of the last top at or before `at`; -1 where there is none. */
export function lastBefore(tops: readonly number[], at: number): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

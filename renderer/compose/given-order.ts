import type { Given } from '../../app/contract';

interface PageGiven {
  readonly source: { readonly given?: Given | undefined };
}

/**
 * The index at which the pages of a file that came from outside go: among those of its group in the order of their
 * starts, however late it comes; at the end where the user has put that group in an order of his own.
 */
export function placeOfGiven(pages: readonly PageGiven[], given: Given | undefined): number {
  if (given === undefined) return pages.length;
  const starts = pages.flatMap(({ source }, index) =>
    source.given?.group === given.group ? [{ index, startedAt: source.given.startedAt }] : [],
  );
  const isAsGiven = starts.every(({ startedAt }, at) => startedAt >= (starts[at - 1]?.startedAt ?? startedAt));
  const next = isAsGiven ? starts.find(({ startedAt }) => startedAt > given.startedAt) : undefined;
  return next?.index ?? pages.length;
}

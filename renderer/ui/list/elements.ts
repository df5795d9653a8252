interface Row {
  readonly index: number;
}

interface Elements {
  /** How many there are: as many as rows may be in sight at once. */
  readonly count: number;
  readonly isInSight: (index: number) => boolean;
  readonly isScrolling: boolean;
}

/**
 * Which element shows which row. Rows that come into sight take over the elements of those that left it, which stay where they are in
 * the document: to fill one anew costs far less than to make or move one. In a list at rest they stand in the rows' order, as assistive
 * technology reads them.
 */
export function placeInElements<R extends Row>(
  rows: readonly R[],
  { count, isInSight, isScrolling }: Elements,
): { readonly key: number; readonly row: R }[] {
  // A row far from what is in sight, the active one, has the element after all others.
  const placed = rows.map((row) => ({ key: isInSight(row.index) ? row.index % count : count, row }));
  return isScrolling ? placed.sort((a, b) => a.key - b.key) : placed;
}

/** A yes or no for each cell of a page, row by row: 1 is yes. */
export interface CellMask {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Uint8Array;
}

/** The cells that touch a cell by a side. */
function neighboursOf({ columns, rows }: CellMask, cell: number): number[] {
  const column = cell % columns;
  const neighbours = [];
  if (column > 0) neighbours.push(cell - 1);
  if (column < columns - 1) neighbours.push(cell + 1);
  if (cell >= columns) neighbours.push(cell - columns);
  if (cell < columns * (rows - 1)) neighbours.push(cell + columns);
  return neighbours;
}

/** All cells of value `value` connected with `start`, marked in `seen`. */
function flood(mask: CellMask, start: number, value: number, seen: Uint8Array): number[] {
  const region = [start];
  seen[start] = 1;
  for (const cell of region) {
    for (const next of neighboursOf(mask, cell)) {
      if (seen[next] === 1 || mask.cells[next] !== value) continue;
      seen[next] = 1;
      region.push(next);
    }
  }
  return region;
}

/** The connected regions of cells that are `value`, each as a list of cells. */
export function regionsOf(mask: CellMask, value: 0 | 1): number[][] {
  const seen = new Uint8Array(mask.cells.length);
  const regions: number[][] = [];
  mask.cells.forEach((own, cell) => {
    if (own === value && seen[cell] === 0) regions.push(flood(mask, cell, value, seen));
  });
  return regions;
}

const touchesEdge = ({ columns, rows }: CellMask, cell: number): boolean =>
  cell < columns || cell >= columns * (rows - 1) || cell % columns === 0 || cell % columns === columns - 1;

/** Fills holes: what is no but can't be reached from the page's edge becomes yes. */
export function fillHoles(mask: CellMask): CellMask {
  const cells = mask.cells.slice();
  for (const region of regionsOf(mask, 0)) {
    if (region.some((cell) => touchesEdge(mask, cell))) continue;
    for (const cell of region) cells[cell] = 1;
  }
  return { ...mask, cells };
}

/** The cells for which `keep` holds, of a mask grown by one cell to every side. */
export function grow(mask: CellMask, keep: (cell: number) => boolean): CellMask {
  const cells = mask.cells.slice();
  mask.cells.forEach((own, cell) => {
    if (own === 1) for (const next of neighboursOf(mask, cell)) if (keep(next)) cells[next] = 1;
  });
  return { ...mask, cells };
}

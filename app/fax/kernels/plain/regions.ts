import type { CellMask } from '../cell-kernels';

/** The cells that touch a cell by a side. */
export function neighboursOf({ columns, rows }: CellMask, cell: number): number[] {
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

/** See `CellKernels.regions`. */
export function regions(mask: CellMask, value: 0 | 1): Int32Array[] {
  const seen = new Uint8Array(mask.cells.length);
  const found: Int32Array[] = [];
  mask.cells.forEach((own, cell) => {
    if (own === value && seen[cell] === 0) found.push(Int32Array.from(flood(mask, cell, value, seen)));
  });
  return found;
}

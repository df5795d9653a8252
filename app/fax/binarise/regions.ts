import type { CellMask } from '../kernels/cell-kernels';
import type { Kernels } from '../kernels/kernels';
import { neighboursOf } from '../kernels/plain/regions';

const touchesEdge = ({ columns, rows }: CellMask, cell: number): boolean =>
  cell < columns || cell >= columns * (rows - 1) || cell % columns === 0 || cell % columns === columns - 1;

/** Fills holes: what is no but can't be reached from the page's edge becomes yes. */
export function fillHoles(mask: CellMask, kernels: Kernels): CellMask {
  const cells = mask.cells.slice();
  for (const region of kernels.regions(mask, 0)) {
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

let cells: usize = 0;
let isSeen: usize = 0;
let wanted: u32 = 0;
let end: usize = 0;

// @ts-ignore: decorator
@inline
function reach(cell: i32): void {
  if (load<u8>(isSeen + cell) !== 0 || load<u8>(cells + cell) !== wanted) return;
  store<u8>(isSeen + cell, 1);
  store<i32>(end, cell);
  end += 4;
}

/**
 * See `CellKernels.regions`. `seen` is room for a byte for each cell, `target` for four for each, and `ends` for as many: how many cells there are up to the end of
 * each region.
 * @returns how many regions there are
 */
export function regions(mask: usize, columns: i32, rows: i32, value: i32, seen: usize, target: usize, ends: usize): i32 {
  const count = columns * rows;
  memory.fill(seen, 0, count);
  cells = mask;
  isSeen = seen;
  wanted = value;
  end = target;
  let found = 0;
  for (let first = 0; first < count; first++) {
    let next = end;
    reach(first);
    if (next === end) continue;
    for (; next < end; next += 4) {
      const cell = load<i32>(next);
      const column = cell % columns;
      if (column > 0) reach(cell - 1);
      if (column < columns - 1) reach(cell + 1);
      if (cell >= columns) reach(cell - columns);
      if (cell < columns * (rows - 1)) reach(cell + columns);
    }
    store<i32>(ends + (<usize>found << 2), <i32>((end - target) >> 2));
    found++;
  }
  return found;
}

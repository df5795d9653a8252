import { rowBytes, type FaxBitmap } from '../bitmap';

/** A connected black shape: its box in pels and scan lines, all included. */
export interface Shape {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Shapes under construction: `parent` leads to the shape a run was joined with. */
class Growing {
  readonly parent: number[] = [];
  readonly left: number[] = [];
  readonly top: number[] = [];
  readonly right: number[] = [];
  readonly bottom: number[] = [];

  begin(from: number, to: number, y: number): number {
    const id = this.parent.length;
    this.parent.push(id);
    this.left.push(from);
    this.right.push(to);
    this.top.push(y);
    this.bottom.push(y);
    return id;
  }

  rootOf(id: number): number {
    let root = id;
    for (let up = this.parent[root] ?? root; up !== root; up = this.parent[root] ?? root) root = up;
    this.parent[id] = root;
    return root;
  }

  /** Makes two shapes one; the older keeps it. */
  join(a: number, b: number): number {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    if (one === other) return one;
    const [root, joined] = one < other ? [one, other] : [other, one];
    this.parent[joined] = root;
    this.left[root] = Math.min(this.left[root] ?? 0, this.left[joined] ?? 0);
    this.right[root] = Math.max(this.right[root] ?? 0, this.right[joined] ?? 0);
    this.top[root] = Math.min(this.top[root] ?? 0, this.top[joined] ?? 0);
    this.bottom[root] = Math.max(this.bottom[root] ?? 0, this.bottom[joined] ?? 0);
    return root;
  }

  shapes(): Shape[] {
    return this.parent.flatMap((parent, id) =>
      parent === id
        ? [
            {
              left: this.left[id] ?? 0,
              top: this.top[id] ?? 0,
              right: this.right[id] ?? 0,
              bottom: this.bottom[id] ?? 0,
            },
          ]
        : [],
    );
  }
}

/** Black runs of one row, and the shape each belongs to. */
interface Runs {
  count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly shape: Int32Array;
}

const roomFor = (widthPels: number): Runs => ({
  count: 0,
  from: new Int32Array((widthPels >> 1) + 2),
  to: new Int32Array((widthPels >> 1) + 2),
  shape: new Int32Array((widthPels >> 1) + 2),
});

/** Reads a row's black runs, first and last pel of each. */
function readRuns(rows: Uint8Array, start: number, stride: number, runs: Runs): void {
  runs.count = 0;
  let open = false;
  for (let i = 0; i < stride; i++) {
    const byte = rows[start + i] ?? 0;
    if (byte === (open ? 0xff : 0)) continue;
    for (let bit = 0; bit < 8; bit++) {
      const black: boolean = ((byte >> (7 - bit)) & 1) === 1;
      if (black === open) continue;
      if (black) runs.from[runs.count] = i * 8 + bit;
      else runs.to[runs.count++] = i * 8 + bit - 1;
      open = black;
    }
  }
  if (open) runs.to[runs.count++] = stride * 8 - 1;
}

/** Gives each run of a row the shapes it touches in the row above, corners included. */
function connect(above: Runs, here: Runs, y: number, growing: Growing): void {
  let candidate = 0;
  for (let i = 0; i < here.count; i++) {
    const from = here.from[i] ?? 0;
    const to = here.to[i] ?? 0;
    while (candidate < above.count && (above.to[candidate] ?? 0) < from - 1) candidate++;
    let id = growing.begin(from, to, y);
    for (let k = candidate; k < above.count && (above.from[k] ?? 0) <= to + 1; k++) {
      id = growing.join(above.shape[k] ?? 0, id);
    }
    here.shape[i] = id;
  }
}

/** The connected black shapes of some rows of a bitmap, `from` included, `to` excluded. */
export function shapesOf({ widthPels, rows }: FaxBitmap, from: number, to: number): Shape[] {
  const stride = rowBytes(widthPels);
  const growing = new Growing();
  let above = roomFor(widthPels);
  let here = roomFor(widthPels);
  for (let y = from; y < to; y++) {
    readRuns(rows, y * stride, stride, here);
    connect(above, here, y, growing);
    [above, here] = [here, above];
  }
  return growing.shapes();
}

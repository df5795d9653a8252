import { rowBytes, type FaxBitmap } from '../../bitmap';

/** Connected black shapes, each told by its box in pels and scan lines, all included. */
export interface Shapes {
  readonly count: number;
  readonly left: Int32Array;
  readonly top: Int32Array;
  readonly right: Int32Array;
  readonly bottom: Int32Array;
}

/** Shapes under construction: `parent` leads to the shape one was joined with. */
class Growing {
  #room = 1024;
  count = 0;
  parent = new Int32Array(this.#room);
  left = new Int32Array(this.#room);
  top = new Int32Array(this.#room);
  right = new Int32Array(this.#room);
  bottom = new Int32Array(this.#room);

  begin(from: number, to: number, y: number): number {
    if (this.count === this.#room) this.#grow();
    const id = this.count++;
    this.parent[id] = id;
    this.left[id] = from;
    this.right[id] = to;
    this.top[id] = y;
    this.bottom[id] = y;
    return id;
  }

  rootOf(id: number): number {
    let root = id;
    for (let up = this.parent[root] ?? root; up !== root; up = this.parent[root] ?? root) root = up;
    this.parent[id] = root;
    return root;
  }

  /** Adds a run to the shape it touches. */
  add(id: number, from: number, to: number, y: number): number {
    const root = this.rootOf(id);
    if (from < (this.left[root] ?? 0)) this.left[root] = from;
    if (to > (this.right[root] ?? 0)) this.right[root] = to;
    this.bottom[root] = y;
    return root;
  }

  /** Makes two shapes one; the older keeps it. */
  join(a: number, b: number): number {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    if (one === other) return one;
    const root = one < other ? one : other;
    const joined = one < other ? other : one;
    this.parent[joined] = root;
    this.left[root] = Math.min(this.left[root] ?? 0, this.left[joined] ?? 0);
    this.right[root] = Math.max(this.right[root] ?? 0, this.right[joined] ?? 0);
    this.top[root] = Math.min(this.top[root] ?? 0, this.top[joined] ?? 0);
    this.bottom[root] = Math.max(this.bottom[root] ?? 0, this.bottom[joined] ?? 0);
    return root;
  }

  /** Those that were not joined with an older one. */
  finish(): Shapes {
    const { parent, left, top, right, bottom } = this;
    let count = 0;
    for (let id = 0; id < this.count; id++) {
      if (parent[id] !== id) continue;
      left[count] = left[id] ?? 0;
      top[count] = top[id] ?? 0;
      right[count] = right[id] ?? 0;
      bottom[count] = bottom[id] ?? 0;
      count++;
    }
    return { count, left, top, right, bottom };
  }

  #grow(): void {
    this.#room *= 2;
    const larger = (small: Int32Array): Int32Array<ArrayBuffer> => {
      const room = new Int32Array(this.#room);
      room.set(small);
      return room;
    };
    this.parent = larger(this.parent);
    this.left = larger(this.left);
    this.top = larger(this.top);
    this.right = larger(this.right);
    this.bottom = larger(this.bottom);
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
  from: new Int32Array((widthPels >> 1) + 8),
  to: new Int32Array((widthPels >> 1) + 8),
  shape: new Int32Array((widthPels >> 1) + 8),
});

/** Reads a row's black runs, first and last pel of each. */
function readRuns(rows: Uint8Array, start: number, stride: number, runs: Runs): void {
  const { from, to } = runs;
  let count = 0;
  let colour = 0;
  for (let i = 0; i < stride; i++) {
    const byte = rows[start + i] ?? 0;
    if (byte === colour) continue;
    // A bit for each pel unlike the one before it.
    let edges = byte ^ ((byte >> 1) | (colour & 0x80));
    let black = colour !== 0;
    while (edges !== 0) {
      const bit = Math.clz32(edges) - 24;
      if (black) to[count++] = i * 8 + bit - 1;
      else from[count] = i * 8 + bit;
      black = !black;
      edges &= ~(0x80 >> bit);
    }
    colour = black ? 0xff : 0;
  }
  if (colour !== 0) to[count++] = stride * 8 - 1;
  runs.count = count;
}

/** Gives each run of a row the shapes it touches in the row above, corners included. */
function connect(above: Runs, here: Runs, y: number, growing: Growing): void {
  let candidate = 0;
  for (let i = 0; i < here.count; i++) {
    const from = here.from[i] ?? 0;
    const to = here.to[i] ?? 0;
    while (candidate < above.count && (above.to[candidate] ?? 0) < from - 1) candidate++;
    let id = -1;
    for (let k = candidate; k < above.count && (above.from[k] ?? 0) <= to + 1; k++) {
      const touched = above.shape[k] ?? 0;
      id = id < 0 ? growing.add(touched, from, to, y) : growing.join(touched, id);
    }
    here.shape[i] = id < 0 ? growing.begin(from, to, y) : id;
  }
}

/** Gives the connected black shapes of some rows of a bitmap, `from` included, `to` excluded; until it is asked again. */
export function shapeFinder({ widthPels, rows }: FaxBitmap): (from: number, to: number) => Shapes {
  const stride = rowBytes(widthPels);
  const growing = new Growing();
  let above = roomFor(widthPels);
  let here = roomFor(widthPels);
  return (from, to) => {
    growing.count = 0;
    above.count = 0;
    for (let y = from; y < to; y++) {
      readRuns(rows, y * stride, stride, here);
      connect(above, here, y, growing);
      [above, here] = [here, above];
    }
    return growing.finish();
  };
}

/**
 * A long array of bytes crosses to main in pieces, before the call it belongs to: as one message it is copied again and
 * again into memory that is new each time, which takes longer than all that is done with it.
 */
export interface Piece {
  /** Which array of the page this is a piece of. */
  readonly of: number;
  readonly byteCount: number;
  /** Where in the array the piece begins. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

export const PIECE_BYTES = 60_000;

/** Stands in an input for the array that has crossed. */
interface Passed {
  readonly bytesPassedAs: number;
}

const isPassed = (value: unknown): value is Passed =>
  typeof value === 'object' && value !== null && 'bytesPassedAs' in value && typeof value.bytesPassedAs === 'number';

type Values = (change: (value: unknown) => unknown) => unknown;

/** The input of a call with each of its values changed; one that is no object is as it was. */
const valuesOf =
  (input: unknown): Values =>
  (change) => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
    return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, change(value)]));
  };

/** Answers what passes on the long arrays of an input, by `pass`, which copies, and leaves marks in their places. */
export function createPassing(pass: (piece: Piece) => void): (input: unknown) => unknown {
  // One piece's memory for all that are as long.
  const full = new Uint8Array(PIECE_BYTES);
  let arrays = 0;
  const passed = (whole: Uint8Array): Passed => {
    const of = arrays++;
    for (let at = 0; at < whole.length; at += PIECE_BYTES) {
      const part = whole.subarray(at, at + PIECE_BYTES);
      if (part.length === PIECE_BYTES) full.set(part);
      pass({ of, byteCount: whole.length, at, bytes: part.length === PIECE_BYTES ? full : part.slice() });
    }
    return { bytesPassedAs: of };
  };
  return (input) =>
    valuesOf(input)((value) => (value instanceof Uint8Array && value.length > PIECE_BYTES ? passed(value) : value));
}

interface Gathered {
  readonly whole: Uint8Array;
  byteCount: number;
}

/** Not all pieces of an array came: a bug. */
export class ArrayCutError extends Error {
  override readonly name = 'ArrayCutError';
  constructor() {
    super('An array did not come whole.');
  }
}

/** Gathers the pieces of one page, and puts the arrays back into the inputs they belong to. */
export class Pieces {
  private readonly gathered = new Map<number, Gathered>();

  add({ of, byteCount, at, bytes }: Piece): void {
    if (at === 0) this.gathered.set(of, { whole: new Uint8Array(byteCount), byteCount: 0 });
    const gathered = this.gathered.get(of);
    // The call the array belongs to fails for it.
    if (gathered === undefined || gathered.byteCount !== at) return;
    gathered.whole.set(bytes, at);
    gathered.byteCount += bytes.length;
  }

  /**
   * The input with its arrays, which are let go of.
   * @throws ArrayCutError
   */
  joined(input: unknown): unknown {
    return valuesOf(input)((value) => (isPassed(value) ? this.take(value.bytesPassedAs) : value));
  }

  private take(of: number): Uint8Array {
    const gathered = this.gathered.get(of);
    this.gathered.delete(of);
    if (gathered === undefined || gathered.byteCount < gathered.whole.length) throw new ArrayCutError();
    return gathered.whole;
  }
}

/**
 * A long array of bytes crosses to main in pieces, on a line of their own beside the call it belongs to: as one message
 * it is copied again and again into memory that is new each time, which takes longer than all that is done with it.
 */
export interface Piece {
  /** Which array this is a piece of; no two of any page have the same. */
  readonly of: string;
  readonly byteCount: number;
  /** Where in the array the piece begins. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

export const PIECE_BYTES = 60_000;

/** Where a page hands over the port on which pieces come, and what it tells its preload script with it. */
export const piecesChannel = 'faksla:pieces';

/** Stands in an input for the array that has crossed. */
interface Passed {
  readonly bytesPassedAs: string;
}

const isPassed = (value: unknown): value is Passed =>
  typeof value === 'object' && value !== null && 'bytesPassedAs' in value && typeof value.bytesPassedAs === 'string';

type Values = (change: (value: unknown) => unknown) => unknown;

/** The input of a call with each of its values changed; one that is no object is as it was. */
const valuesOf =
  (input: unknown): Values =>
  (change) => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
    return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, change(value)]));
  };

/**
 * Cuts an array into pieces of `PIECE_BYTES`, and what is left. Those lie one after the other in `full`, as long as they
 * are: of what is passed, the whole buffer is copied.
 */
function* piecesOf(whole: Uint8Array, full: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < whole.length; at += PIECE_BYTES) {
    const piece = whole.subarray(at, at + PIECE_BYTES);
    if (piece.length === PIECE_BYTES) full.set(piece);
    yield piece.length === PIECE_BYTES ? full : piece.slice();
  }
}

/**
 * Answers what passes on the long arrays of an input, by `pass`, which copies, and leaves marks in their places. `newId`
 * names each array.
 */
export function createPassing(pass: (piece: Piece) => void, newId: () => string): (input: unknown) => unknown {
  // One piece's memory for all that are as long.
  const full = new Uint8Array(PIECE_BYTES);
  const passed = (whole: Uint8Array): Passed => {
    const of = newId();
    let at = 0;
    for (const bytes of piecesOf(whole, full)) {
      pass({ of, byteCount: whole.length, at, bytes });
      at += bytes.length;
    }
    return { bytesPassedAs: of };
  };
  return (input) =>
    valuesOf(input)((value) => (value instanceof Uint8Array && value.length > PIECE_BYTES ? passed(value) : value));
}

/** Not all pieces of an array came: a bug. */
export class ArrayCutError extends Error {
  override readonly name = 'ArrayCutError';
  constructor() {
    super('An array did not come whole.');
  }
}

interface Gathered {
  readonly whole: Uint8Array;
  byteCount: number;
  isCut: boolean;
}

/** Gathers the pieces a page passes, and puts the arrays back into the inputs they belong to, whichever comes first. */
export class Pieces {
  private readonly gathered = new Map<string, Gathered>();
  private readonly awaited = new Map<string, () => void>();

  /** `later` calls what it is given when a call has waited long enough for its arrays. */
  constructor(private readonly later: (giveUp: () => void) => void) {}

  add({ of, byteCount, at, bytes }: Piece): void {
    const gathered = this.gathered.get(of) ?? { whole: new Uint8Array(byteCount), byteCount: 0, isCut: false };
    this.gathered.set(of, gathered);
    // Its call fails for it.
    gathered.isCut ||= gathered.byteCount !== at || at + bytes.length > gathered.whole.length;
    if (!gathered.isCut) {
      gathered.whole.set(bytes, at);
      gathered.byteCount += bytes.length;
    }
    if (isOver(gathered)) this.awaited.get(of)?.();
  }

  /**
   * The input with its arrays, once all of them are there.
   * @throws ArrayCutError
   */
  async joined(input: unknown): Promise<unknown> {
    if (typeof input === 'object' && input !== null)
      await Promise.all(
        Object.values(input)
          .filter(isPassed)
          .map(({ bytesPassedAs }) => this.arrival(bytesPassedAs)),
      );
    return valuesOf(input)((value) => (isPassed(value) ? this.take(value.bytesPassedAs) : value));
  }

  /** Another page is there: what the one before passed for calls it never made is let go of. */
  forgetUnasked(): void {
    for (const of of this.gathered.keys()) if (!this.awaited.has(of)) this.gathered.delete(of);
  }

  private async arrival(of: string): Promise<void> {
    const gathered = this.gathered.get(of);
    if (gathered !== undefined && isOver(gathered)) return;
    await new Promise<void>((resolve) => {
      this.awaited.set(of, resolve);
      this.later(resolve);
    });
    this.awaited.delete(of);
  }

  private take(of: string): Uint8Array {
    const gathered = this.gathered.get(of);
    this.gathered.delete(of);
    if (gathered === undefined || gathered.isCut || !isOver(gathered)) throw new ArrayCutError();
    return gathered.whole;
  }
}

/** Nothing more is to come of it, or nothing that could mend it. */
const isOver = ({ whole, byteCount, isCut }: Gathered): boolean => isCut || byteCount === whole.length;

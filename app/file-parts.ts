import type { Failure } from './failure';

/** Where a page hands over a port on which it, or one of its workers, asks for parts of given files, and what it tells its preload script with it. */
export const partsChannel = 'faksla:parts';

/** So many bytes of a given file are read at once, at most. */
export const PART_BYTES = 4 << 20;

/** Some bytes of a file, which has `total` of them. */
export interface FilePart {
  readonly bytes: Uint8Array;
  readonly total: number;
}

/** From a page or one of its workers, which needs the bytes of a given file from byte `from` on. */
export interface PartWanted {
  readonly id: number;
  readonly token: string;
  readonly from: number;
}

/**
 * What main answers: the part's length and the file's, and then the part in pieces, in their order; or why it can't be
 * read.
 */
export type PartAnswer =
  | { readonly id: number; readonly length: number; readonly total: number }
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly failure: Failure };

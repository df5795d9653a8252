/** A document's first and last bytes, of `total`. */
export interface DocumentEnds {
  readonly beginning: Uint8Array;
  readonly end: Uint8Array;
  readonly total: number;
}

/** At least as much as a page of a fax takes. */
const SHORTEST_BEGINNING_BYTES = 128 << 10;
const LONGEST_BEGINNING_BYTES = 512 << 10;
/** Of the whole: what two pages take of the usual twenty. */
const BEGINNING_SHARE = 0.1;
/** The cross-references, and in most PDFs the tree of pages. */
const END_BYTES = 64 << 10;

/** What most PDFs have their first page in (decision 0039). Copies, as all that lies around them would be handed over, too. */
export function endsOf(bytes: Uint8Array): DocumentEnds {
  const share = Math.round(bytes.length * BEGINNING_SHARE);
  const length = Math.min(Math.max(share, SHORTEST_BEGINNING_BYTES), LONGEST_BEGINNING_BYTES);
  return {
    beginning: bytes.slice(0, length),
    end: bytes.slice(Math.max(length, bytes.length - END_BYTES)),
    total: bytes.length,
  };
}

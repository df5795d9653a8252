import { endsHeaders } from '../../app/document-ends';

/** At least as much as a page of a fax takes. */
const SHORTEST_BEGINNING_BYTES = 96 << 10;
const LONGEST_BEGINNING_BYTES = 512 << 10;
/** Of the whole: what two pages take of the usual twenty. */
const BEGINNING_SHARE = 0.1;
/** The cross-references, and in most PDFs the tree of pages. */
const END_BYTES = 32 << 10;

/** A document's first and last bytes, which most PDFs have their first page in (decision 0040), and what tells them apart. */
export function endsOf(bytes: Uint8Array): { readonly ends: Buffer; readonly headers: Record<string, string> } {
  const share = Math.round(bytes.length * BEGINNING_SHARE);
  const longest = Math.min(LONGEST_BEGINNING_BYTES, bytes.length);
  const length = Math.min(Math.max(share, SHORTEST_BEGINNING_BYTES), longest);
  const end = bytes.subarray(Math.max(length, bytes.length - END_BYTES));
  return {
    ends: Buffer.concat([bytes.subarray(0, length), end]),
    headers: { [endsHeaders.beginning]: String(length), [endsHeaders.total]: String(bytes.length) },
  };
}

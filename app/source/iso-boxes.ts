import type { Bytes } from './bytes';

const BOX_HEADER = 8;

/** Bytes of version and flags, with which the contents of some boxes begin. */
export const FULL_BOX_FIELDS = 4;

/** A box of an ISO media file: where its type and its contents are (ISO/IEC 14496-12 §4.2). */
export interface Box {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

/** More boxes than any image has beside each other. */
const MOST_BOXES = 100_000;

/** Boxes that hold the image; of others, or of what cameras append, a part may be missing. */
const NEEDED = ['mdat', 'meta', 'moov'];

/** The boxes between two places; `complete` is false where one that is needed reaches beyond. */
export function boxesIn(bytes: Bytes, from: number, to: number): { boxes: Box[]; complete: boolean } {
  const boxes: Box[] = [];
  let at = from;
  while (at + BOX_HEADER <= to && boxes.length < MOST_BOXES) {
    const stated = bytes.u32be(at);
    const large = stated === 1;
    const size = stated === 0 ? to - at : large ? bytes.u32be(at + 8) * 2 ** 32 + bytes.u32be(at + 12) : stated;
    const header = large ? 16 : BOX_HEADER;
    if (size < header || at + size > to) return { boxes, complete: !NEEDED.some((name) => bytes.says(at + 4, name)) };
    boxes.push({ type: at + 4, start: at + header, end: at + size });
    at += size;
  }
  return { boxes, complete: true };
}

/** The boxes inside those of a type, after so many bytes of fields. */
export function* childrenOf(bytes: Bytes, parents: Iterable<Box>, type: string, header: number): Generator<Box> {
  for (const { type: at, start, end } of parents) {
    if (bytes.says(at, type)) yield* boxesIn(bytes, start + header, end).boxes;
  }
}

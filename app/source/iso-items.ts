import type { Bytes } from './bytes';
import { childrenOf, FULL_BOX_FIELDS, type Box } from './iso-boxes';

/** More items than any image has: the tiles of the largest are some hundred. */
const MOST_ITEMS = 10_000;

/** Where the data of the first item of a type begins (ISO/IEC 14496-12 §8.11.3, §8.11.6); `null` where there is none or it lies elsewhere. */
export function itemOf(bytes: Bytes, meta: readonly Box[], type: string): number | null {
  const wanted = idOf(bytes, meta, type);
  const location = boxOf(bytes, meta, 'iloc');
  return wanted === null || location === null ? null : offsetOf(bytes, location.start, wanted);
}

const boxOf = (bytes: Bytes, boxes: readonly Box[], type: string): Box | null =>
  boxes.find((box) => bytes.says(box.type, type)) ?? null;

function idOf(bytes: Bytes, meta: readonly Box[], type: string): number | null {
  const list = boxOf(bytes, meta, 'iinf');
  if (list === null) return null;
  const header = FULL_BOX_FIELDS + (bytes.u8(list.start) === 0 ? 2 : 4);
  for (const { start } of childrenOf(bytes, [list], 'iinf', header)) {
    const wide = bytes.u8(start) === 3;
    const id = start + FULL_BOX_FIELDS;
    const itemType = id + (wide ? 4 : 2) + 2;
    if (bytes.says(itemType, type)) return wide ? bytes.u32be(id) : bytes.u16be(id);
  }
  return null;
}

/** Reads numbers whose widths the box itself states. */
class Cursor {
  constructor(
    readonly bytes: Bytes,
    public at: number,
  ) {}

  take(width: number): number {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + this.bytes.u8(this.at++);
    return value;
  }
}

/** The offset of an item's first extent in the file. */
function offsetOf(bytes: Bytes, start: number, wanted: number): number | null {
  const version = bytes.u8(start);
  const fields = new Cursor(bytes, start + FULL_BOX_FIELDS);
  const widths = fields.take(2);
  const [offsetWidth, lengthWidth, baseWidth] = [widths >> 12, (widths >> 8) & 15, (widths >> 4) & 15];
  const indexWidth = version === 0 ? 0 : widths & 15;
  const count = Math.min(fields.take(version < 2 ? 2 : 4), MOST_ITEMS);
  for (let i = 0; i < count && fields.at < bytes.length; i++) {
    const id = fields.take(version < 2 ? 2 : 4);
    const inFile = version === 0 || (fields.take(2) & 15) === 0;
    fields.take(2);
    const base = fields.take(baseWidth);
    const extents = fields.take(2);
    const first = fields.at + indexWidth;
    fields.at += extents * (indexWidth + offsetWidth + lengthWidth);
    if (id === wanted && extents > 0) return inFile ? base + new Cursor(bytes, first).take(offsetWidth) : null;
  }
  return null;
}

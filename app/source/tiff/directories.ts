import type { Bytes } from '../bytes';

/** Bytes of a value of each field type (TIFF 6.0 §2); types not listed hold nothing that is read here. */
const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 13: 4 };

/** No field used here has more values: that many strips, or the bytes of JPEG tables. */
const MOST_VALUES = 1_000_000;

const ENTRY_BYTES = 12;

interface Entry {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

/** Fields of one image of a TIFF file. Values are read when asked for, so that a file can't make them fill the memory. */
export interface Directory {
  readonly littleEndian: boolean;
  /** All values of a field; rationals as quotients, NaN where they have none. Empty where the field is missing or makes no sense. */
  numbers(tag: number): readonly number[];
  number(tag: number): number | undefined;
}

interface Reader {
  readonly bytes: Bytes;
  readonly littleEndian: boolean;
  u16(at: number): number;
  u32(at: number): number;
}

function readerOf(bytes: Bytes): Reader {
  const littleEndian = bytes.says(0, 'II');
  return {
    bytes,
    littleEndian,
    u16: (at) => (littleEndian ? bytes.u16le(at) : bytes.u16be(at)),
    u32: (at) => (littleEndian ? bytes.u32le(at) : bytes.u32be(at)),
  };
}

export const isTiff = (bytes: Bytes): boolean => bytes.says(0, 'II*\0') || bytes.says(0, 'MM\0*');

/** Why a chain of directories can't be followed. */
export type BadChain = 'broken' | 'tooLong';

/**
 * Follows the chain of directories to its end: `broken` where it leaves the file or runs in a circle, `tooLong` after `limit`.
 */
export function readDirectories(bytes: Bytes, limit: number): Directory[] | BadChain {
  const reader = readerOf(bytes);
  const directories: Directory[] = [];
  const seen = new Set<number>();
  for (let at = reader.u32(4); at !== 0;) {
    const end = at + 2 + reader.u16(at) * ENTRY_BYTES;
    if (seen.has(at) || end > bytes.length) return 'broken';
    if (directories.length === limit) return 'tooLong';
    seen.add(at);
    directories.push(directoryAt(reader, at));
    at = reader.u32(end);
  }
  return directories;
}

function directoryAt(reader: Reader, start: number): Directory {
  const entries = new Map<number, Entry>();
  const count = reader.u16(start);
  for (let i = 0; i < count; i++) {
    const at = start + 2 + i * ENTRY_BYTES;
    entries.set(reader.u16(at), { type: reader.u16(at + 2), count: reader.u32(at + 4), at: at + 8 });
  }
  return {
    littleEndian: reader.littleEndian,
    numbers: (tag) => valuesOf(reader, entries.get(tag), MOST_VALUES),
    number: (tag) => valuesOf(reader, entries.get(tag), 1)[0],
  };
}

function valuesOf(reader: Reader, entry: Entry | undefined, most: number): readonly number[] {
  const size = TYPE_BYTES[entry?.type ?? 0];
  if (entry === undefined || size === undefined || entry.count > MOST_VALUES) return [];
  const start = size * entry.count <= 4 ? entry.at : reader.u32(entry.at);
  if (start + size * entry.count > reader.bytes.length) return [];
  return Array.from({ length: Math.min(entry.count, most) }, (_, i) => valueAt(reader, entry.type, start + i * size));
}

function valueAt(reader: Reader, type: number, at: number): number {
  switch (type) {
    case 3:
    case 8:
      return reader.u16(at);
    case 4:
    case 9:
    case 13:
      return reader.u32(at);
    case 5:
    case 10:
      return reader.u32(at) / reader.u32(at + 4);
    default:
      return reader.bytes.u8(at);
  }
}

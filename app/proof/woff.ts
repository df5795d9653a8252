/** Undoes zlib's deflate; `size` is how many bytes come out. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array;

const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;
const SFNT_HEADER_BYTES = 12;
const SFNT_ENTRY_BYTES = 16;

/** The sfnt font (TrueType) in a WOFF 1.0 file: the same tables, uncompressed. The font program of a PDF must be one. */
export function sfntOfWoff(woff: Uint8Array, inflate: Inflate): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.length);
  const tables = from.getUint16(12);
  const sfnt = new Uint8Array(from.getUint32(16));
  const to = new DataView(sfnt.buffer);
  const power = Math.floor(Math.log2(tables));
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, tables);
  to.setUint16(6, 16 * 2 ** power);
  to.setUint16(8, power);
  to.setUint16(10, 16 * (tables - 2 ** power));
  let at = SFNT_HEADER_BYTES + SFNT_ENTRY_BYTES * tables;
  for (let table = 0; table < tables; table++) {
    const source = HEADER_BYTES + ENTRY_BYTES * table;
    const target = SFNT_HEADER_BYTES + SFNT_ENTRY_BYTES * table;
    const field = (index: number): number => from.getUint32(source + 4 * index);
    const [tag, offset, packed, size, checksum] = [field(0), field(1), field(2), field(3), field(4)];
    const stored = woff.subarray(offset, offset + packed);
    sfnt.set(packed < size ? inflate(stored, size) : stored, at);
    for (const [index, value] of [tag, checksum, at, size].entries()) to.setUint32(target + 4 * index, value);
    at += (size + 3) & ~3;
  }
  return sfnt;
}

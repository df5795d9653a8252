/** A value as SQLite keeps it in a row. */
export type Value = string | number | Uint8Array | null;

export interface RawRow {
  /** `index`: of an index, or of a table that is kept as one. */
  readonly of: 'table' | 'index';
  /** `null` where there is none that can be. */
  readonly rowid: number | null;
  readonly values: readonly Value[];
}

/** A page by its number, from 1; `null` where there is none. */
export type ReadPage = (number: number) => Uint8Array | null;

const leafOfTable = 0x0d;
const leafOfIndex = 0x0a;
/** Far more columns than any table here has. */
const mostColumns = 100;

/** Every row that can be read on a page (sqlite.org/fileformat2.html §1.6), of a table or, where that is `wanted`, an index. */
export function rowsOn(number: number, readPage: ReadPage, wanted: 'tables' | 'indexesToo'): RawRow[] {
  const page = readPage(number);
  const start = number === 1 ? 100 : 0;
  const kind = page?.[start];
  if (page === null || !(kind === leafOfTable || (kind === leafOfIndex && wanted === 'indexesToo'))) return [];
  const count = twoBytes(page, start + 3);
  const rows: RawRow[] = [];
  for (let cell = 0; cell < count; cell++) {
    const pointer = start + 8 + cell * 2;
    if (pointer + 2 > page.length) break;
    // As SQLite does: a damaged pointer leads somewhere on the page all the same.
    const row = readCell(page, twoBytes(page, pointer) % page.length, kind === leafOfTable, readPage);
    if (row !== null) rows.push(row);
  }
  return rows;
}

const twoBytes = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const fourBytes = (bytes: Uint8Array, at: number): number => twoBytes(bytes, at) * 65_536 + twoBytes(bytes, at + 2);

interface Varint {
  readonly value: number;
  readonly end: number;
}

function readVarint(bytes: Uint8Array, at: number): Varint | null {
  let value = 0n;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value = index === 8 ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 0x7f);
    if (index === 8 || byte < 0x80) return { value: Number(BigInt.asIntN(64, value)), end: at + index + 1 };
  }
  return null;
}

function readCell(page: Uint8Array, at: number, hasRowid: boolean, readPage: ReadPage): RawRow | null {
  const length = readVarint(page, at);
  if (length === null || length.value < 1) return null;
  const rowid = hasRowid ? readVarint(page, length.end) : null;
  if (hasRowid && rowid === null) return null;
  const values = readRecord(readPayload(page, rowid?.end ?? length.end, length.value, readPage));
  if (values === null) return null;
  const isPossible = rowid !== null && Number.isSafeInteger(rowid.value) && rowid.value > 0;
  return { of: hasRowid ? 'table' : 'index', rowid: isPossible ? rowid.value : null, values };
}

/**
 * What does not fit on the page goes on in a chain of others (§1.6, "Cell Payload Overflow Pages"). Where the length or
 * the chain is damaged, what there is: the record's own header tells which values are in it.
 */
function readPayload(page: Uint8Array, at: number, length: number, readPage: ReadPage): Uint8Array {
  const size = page.length;
  if (length <= size - 35) return page.subarray(at, at + length);
  const least = Math.floor(((size - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (size - 4));
  const local = fitting <= size - 35 ? fitting : least;
  if (at + local + 4 > size || length > 64 * 1024 * 1024) return page.subarray(at);
  const whole = new Uint8Array(length);
  whole.set(page.subarray(at, at + local));
  let filled = local;
  for (let next = fourBytes(page, at + local); filled < length;) {
    const more = next === 0 ? null : readPage(next);
    if (more === null) return whole.subarray(0, filled);
    const part = more.subarray(4, 4 + Math.min(size - 4, length - filled));
    whole.set(part, filled);
    filled += part.length;
    next = fourBytes(more, 0);
  }
  return whole;
}

/** §2.1, "Record Format". From a damaged length on, the values are `null`: where they are can't be told. */
function readRecord(payload: Uint8Array): Value[] | null {
  const header = readVarint(payload, 0);
  if (header === null || header.value > payload.length) return null;
  const values: Value[] = [];
  let at = header.value;
  for (let next = header.end; next < header.value && values.length < mostColumns;) {
    const type = readVarint(payload, next);
    if (type === null) break;
    const end = at + (lengthOf(type.value) ?? Number.POSITIVE_INFINITY);
    values.push(end > payload.length ? null : readValue(payload.subarray(at, end), type.value));
    at = end;
    next = type.end;
  }
  return values;
}

const fixedLengths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function lengthOf(type: number): number | null {
  if (type < 0 || type === 10 || type === 11) return null;
  return fixedLengths[type] ?? Math.floor((type - 12) / 2);
}

const utf8 = new TextDecoder('utf-8');

function readValue(bytes: Uint8Array, type: number): Value {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 0) return null;
  if (type === 7) return view.getFloat64(0);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7) return integer(bytes);
  return type % 2 === 0 ? bytes.slice() : utf8.decode(bytes);
}

function integer(bytes: Uint8Array): number {
  const whole = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return Number(BigInt.asIntN(bytes.length * 8, whole));
}

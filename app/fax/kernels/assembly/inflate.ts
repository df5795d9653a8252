/** Codes up to this long are looked up at once. */
const QUICK: i32 = 10;
const LONGEST: i32 = 15;

/** Tables of a kind of code: an entry for each of the next `QUICK` bits, its symbol × 16 + its length; how many codes there are of each length; symbols in the order of codes. */
const COUNTS: usize = 4 << 10;
const SYMBOLS: usize = COUNTS + 64;
const TABLES: usize = SYMBOLS + 2 * 320;

/** Room for two kinds of code, and the lengths of both. */
export const INFLATE_ROOM: usize = 2 * TABLES + 320;

/** What is read may be looked at so far beyond its end. */
const BEYOND: usize = 16;

const lengthBase = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258, 0, 0,
]);
const lengthExtra = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0, 0, 0,
]);
const distanceBase = memory.data<u16>([
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
  12289, 16385, 24577, 0, 0,
]);
const distanceExtra = memory.data<u8>([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 0, 0,
]);
/** In which order the lengths of the codes for lengths come (RFC 1951 §3.2.7). */
const order = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

let bits: u64 = 0;
let count: i32 = 0;
let at: usize = 0;
let last: usize = 0;
let out: usize = 0;
let from: usize = 0;
let limit: usize = 0;

/** At least 56 bits are known afterwards, zeros beyond the end. */
// @ts-ignore: decorator
@inline
function refill(): void {
  if (at > last) return;
  bits |= load<u64>(at) << <u64>count;
  at += (63 - count) >> 3;
  count |= 56;
}

// @ts-ignore: decorator
@inline
function take(length: i32): i32 {
  const value = <i32>(bits & ((<u64>1 << <u64>length) - 1));
  bits >>= <u64>length;
  count -= length;
  return value;
}

/** Makes the tables of these lengths; whether there can be such codes. */
function build(tables: usize, lengths: usize, symbols: i32): bool {
  memory.fill(tables, 0, SYMBOLS);
  for (let i = 0; i < symbols; i++) {
    const place = tables + COUNTS + (<usize>load<u8>(lengths + i) << 2);
    store<i32>(place, load<i32>(place) + 1);
  }
  store<i32>(tables + COUNTS, 0);
  let left = 1;
  for (let length = 1; length <= LONGEST; length++) {
    left = 2 * left - load<i32>(tables + COUNTS + (<usize>length << 2));
    if (left < 0) return false;
  }
  let code = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST; length++) {
    if (load<i32>(tables + COUNTS + (<usize>length << 2)) > 0) {
      for (let symbol = 0; symbol < symbols; symbol++) {
        if (<i32>load<u8>(lengths + symbol) !== length) continue;
        store<u16>(tables + SYMBOLS + (<usize>index << 1), <u16>symbol);
        index++;
        if (length <= QUICK) {
          let turned = 0;
          for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit);
          for (; turned < 1 << QUICK; turned += 1 << length)
            store<i32>(tables + (<usize>turned << 2), (symbol << 4) | length);
        }
        code++;
      }
    }
    code <<= 1;
  }
  return true;
}

/** The next symbol, -1 where there is none. */
// @ts-ignore: decorator
@inline
function symbolOf(tables: usize): i32 {
  const entry = load<i32>(tables + (<usize>(bits & ((1 << QUICK) - 1)) << 2));
  if (entry === 0) return longSymbol(tables);
  bits >>= <u64>(entry & 15);
  count -= entry & 15;
  return entry >> 4;
}

/** Bit by bit. */
function longSymbol(tables: usize): i32 {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST; length++) {
    code |= take(1);
    const many = load<i32>(tables + COUNTS + (<usize>length << 2));
    if (code - many < first) return <i32>load<u16>(tables + SYMBOLS + (<usize>(index + code - first) << 1));
    index += many;
    first = (first + many) << 1;
    code <<= 1;
  }
  return -1;
}

function copy(length: i32, distance: i32): void {
  const end = out + length;
  let source = out - distance;
  if (distance === 1) memory.fill(out, load<u8>(source), length);
  else if (distance >= 16) for (let to = out; to < end; to += 16, source += 16) v128.store(to, v128.load(source));
  else for (let to = out; to < end; to++) store<u8>(to, load<u8>(source++));
  out = end;
}

/** The symbols of a block; what it makes may be written over by up to 15 bytes. */
function readCodes(literals: usize, distances: usize): bool {
  while (true) {
    refill();
    let symbol = symbolOf(literals);
    if (symbol < 256) {
      if (symbol < 0 || out >= limit) return false;
      store<u8>(out++, <u8>symbol);
      continue;
    }
    if (symbol === 256) return at <= last + 8;
    if (symbol > 285) return false;
    symbol -= 257;
    const length = <i32>load<u16>(lengthBase + (<usize>symbol << 1)) + take(<i32>load<u8>(lengthExtra + symbol));
    const place = symbolOf(distances);
    if (place < 0 || place > 29) return false;
    const distance = <i32>load<u16>(distanceBase + (<usize>place << 1)) + take(<i32>load<u8>(distanceExtra + place));
    if (<usize>distance > out - from || out + length > limit) return false;
    copy(length, distance);
  }
}

function readLengths(room: usize): bool {
  const lengths = room + 2 * TABLES;
  const literals = take(5) + 257;
  const distances = take(5) + 1;
  const codes = take(4) + 4;
  if (literals > 286 || distances > 30) return false;
  memory.fill(lengths, 0, 320);
  refill();
  for (let i = 0; i < codes; i++) {
    if (i === 10) refill();
    store<u8>(lengths + load<u8>(order + i), <u8>take(3));
  }
  if (!build(room, lengths, 19)) return false;
  memory.fill(lengths, 0, 320);
  for (let i = 0; i < literals + distances; ) {
    refill();
    const symbol = symbolOf(room);
    if (symbol < 0) return false;
    if (symbol < 16) {
      store<u8>(lengths + i++, <u8>symbol);
      continue;
    }
    if (symbol === 16 && i === 0) return false;
    const repeated = symbol === 16 ? load<u8>(lengths + i - 1) : 0;
    const times = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7);
    if (i + times > literals + distances) return false;
    memory.fill(lengths + i, repeated, times);
    i += times;
  }
  if (load<u8>(lengths + 256) === 0) return false;
  // The first table is still being read from while the lengths are; both are made only now.
  return build(room + TABLES, lengths + literals, distances) && build(room, lengths, literals);
}

function fixedLengths(room: usize): void {
  const lengths = room + 2 * TABLES;
  memory.fill(lengths, 5, 30);
  build(room + TABLES, lengths, 30);
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  build(room, lengths, 288);
}

/** A block that is not coded. */
function readPlain(): bool {
  take(count & 7);
  at -= count >> 3;
  bits = 0;
  count = 0;
  if (at + 4 > last) return false;
  const length = <i32>load<u16>(at);
  if (length !== (<i32>load<u16>(at, 2) ^ 0xffff)) return false;
  at += 4;
  if (at + length > last || out + length > limit) return false;
  memory.copy(out, at, length);
  at += length;
  out += length;
  return true;
}

/** The check sum of RFC 1950. */
function adler(source: usize, end: usize): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  for (let next = source; next < end; ) {
    const stop = min(next + 5552, end);
    for (; next < stop; next++) {
      a += load<u8>(next);
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return (b << 16) | a;
}

/**
 * Undoes zlib's deflate (RFC 1950, 1951) into just so many bytes. `length` bytes lie at `source`, and 16 more that may be anything. Whether they are whole.
 */
export function inflate(source: usize, length: i32, target: usize, size: i32, room: usize): bool {
  if (length < 6 || (load<u8>(source) & 15) !== 8 || (load<u8>(source, 1) & 32) !== 0) return false;
  if (((<i32>load<u8>(source) << 8) | <i32>load<u8>(source, 1)) % 31 !== 0) return false;
  memory.fill(source + length, 0, BEYOND);
  at = source + 2;
  last = source + length;
  from = target;
  out = target;
  limit = target + size;
  bits = 0;
  count = 0;
  let isLast = 0;
  while (isLast === 0) {
    refill();
    isLast = take(1);
    const kind = take(2);
    if (kind === 0) {
      if (!readPlain()) return false;
    } else {
      if (kind === 1) fixedLengths(room);
      else if (kind === 3 || !readLengths(room)) return false;
      if (!readCodes(room, room + TABLES)) return false;
    }
  }
  const end = at - (count >> 3);
  return out === limit && end + 4 <= last && bswap<u32>(load<u32>(end)) === adler(target, out);
}

/** See `HuffmanTable`. */
const QUICK_BITS: u64 = 10;
const LONG: usize = 4 + (1 << 10) * 4;
const RESOLVED: i32 = 1 << 13;

/** Two of luma's coefficients at once: an entry for each of the next `PAIR_BITS` bits (`pairOf`). */
const PAIR_BITS: u64 = 11;
const PAIRS: usize = (1 << 11) * 4;
/** The highest bit of an entry: the block ends with it. */
const END: u32 = 1 << 30;
/** From this one on they are read one by one, since the second of two might be the next block's. */
const NEAR_END: i32 = 48;

/** What of a colour's block is skipped at once: an entry for each of the next `SKIP_BITS` bits (`skipOf`). */
const SKIP_BITS: u64 = 11;
const SKIPS: usize = (1 << 11) * 2;
/** Where fewer came before, no more than so many are skipped at once: all of them are the block's own. */
const NEAR_START: i32 = 32;

/** See `jpegSteps`. */
const SCALES: usize = 128;
const PLACES: usize = 256;

/** T.81 Table B.1, EOI */
const END_OF_IMAGE: i32 = 0xd9;

/** What `jpegLuma` answers besides the picture. */
const DAMAGED: i32 = 0;
const DECODED: i32 = 1;

/** More than any unit takes: no reader looks farther beyond the end of what it reads. */
const BEYOND: usize = 4096;

/** Bits read ahead, the next one highest, and how many they are. */
let ahead: u64 = 0;
let count: i32 = 0;
/** Where the next four bytes lie, and where what may be read ends. */
let at: usize = 0;
let end: usize = 0;
/** Where the next part between restarts is told: its end and the beginning of the one after it. */
let part: usize = 0;
let before: i32 = 0;
let toRestart: i32 = 0;

let steps: usize = 0;
let places: usize = 0;
let lumaDc: usize = 0;
let lumaAc: usize = 0;
let blueDc: usize = 0;
let blueAc: usize = 0;
let redDc: usize = 0;
let redAc: usize = 0;
let block: usize = 0;
let spare: usize = 0;
let pairs: usize = 0;
let blueSkips: usize = 0;
let redSkips: usize = 0;

// @ts-ignore: decorator
@inline
function entryOf(table: usize, bits: u64): i32 {
  const entry = load<i32>(table + (<usize>(bits >> (64 - QUICK_BITS)) << 2), 4);
  return entry !== 0 ? entry : longEntry(table, <i32>(bits >> 48));
}

function longEntry(table: usize, code: i32): i32 {
  const place = code - load<i32>(table);
  return place < 0 ? 0 : load<i32>(table + LONG + (<usize>place << 2));
}

// @ts-ignore: decorator
@inline
function valueOf(entry: i32, bits: u64): i32 {
  if ((entry & RESOLVED) !== 0) return entry >> 16;
  const size = (entry >> 5) & 15;
  const value = <i32>((bits << <u64>((entry & 31) - size)) >> <u64>(64 - size));
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

/**
 * The first two coefficients of these bits: how many bits they take (6), how many zeros come before the first one (4), how far the second one is from it (4), the values of both (8 each), and
 * whether the block ends with them (1). Where there is no second one that is whole, it is the first one again; 0 where there is neither a first one nor an end.
 */
function pairOf(table: usize, bits: u64): u32 {
  const first = entryOf(table, bits);
  const taken = first & 31;
  const value = valueOf(first, bits);
  if (isEnd(first) && taken <= <i32>PAIR_BITS) return taken | END;
  if (!isWhole(first, taken, value)) return 0;
  const one = value & 255;
  const zeros = ((first >> 9) & 15) << 6;
  const alone = zeros | (one << 14) | (one << 22);
  const rest = bits << <u64>taken;
  const second = entryOf(table, rest);
  const both = taken + (second & 31);
  const far = ((second >> 9) & 15) + 1;
  const other = valueOf(second, rest);
  if (isEnd(second) && both <= <i32>PAIR_BITS) return both | alone | END;
  if (far > 15 || !isWhole(second, both, other)) return taken | alone;
  return both | zeros | (far << 10) | (one << 14) | ((other & 255) << 22);
}

/** Whether an entry has no coefficient and is not that of sixteen zeros. */
// @ts-ignore: decorator
@inline
function isEnd(entry: i32): bool {
  return entry !== 0 && (entry & 0x1e0) === 0 && ((entry >> 9) & 15) !== 15;
}

/** Whether an entry is a coefficient's, which ends within the bits that are looked up and has a value of a byte. */
// @ts-ignore: decorator
@inline
function isWhole(entry: i32, taken: i32, value: i32): bool {
  return (entry & 0x1e0) !== 0 && taken <= <i32>PAIR_BITS && <i32>(<i8>value) === value;
}

/**
 * Moves coded data up to the image's end, without stuffed bytes, each part between restarts from a multiple of four on; `parts` is room for where they end and begin. It reads them before what it writes gets
 * there, since `into` lies sixteen bytes, and one for each part, before `source`.
 */
function unstuff(source: usize, length: i32, into: usize, parts: usize, most: i32): bool {
  const last = source + length;
  let from = source;
  let to = into;
  let found = 0;
  const full = i8x16.splat(-1);
  while (from < last) {
    if (from + 16 <= last) {
      const bytes = v128.load(from);
      const marks = i8x16.bitmask(i8x16.eq(bytes, full));
      v128.store(to, bytes);
      if (marks === 0) {
        from += 16;
        to += 16;
        continue;
      }
      const plain = ctz<i32>(marks);
      from += plain;
      to += plain;
    } else if (load<u8>(from) !== 0xff) {
      store<u8>(to++, load<u8>(from++));
      continue;
    }
    if (from + 1 >= last) return false;
    const marker = <i32>load<u8>(from, 1);
    if (marker === END_OF_IMAGE) break;
    from += 2;
    if (marker === 0) {
      store<u8>(to++, 0xff);
      continue;
    }
    if (marker !== 0xd0 + (found & 7) || found + 1 >= most) return false;
    store<usize>(parts + (<usize>found << 3), to);
    store<u32>(to, 0);
    to = (to + 3) & ~3;
    store<usize>(parts + (<usize>found << 3), to, 4);
    found++;
  }
  if (from >= last) return false;
  store<usize>(parts + (<usize>found << 3), to);
  store<usize>(parts + (<usize>found << 3), to, 4);
  memory.fill(to, 0, BEYOND);
  for (let words = into; words < to; words += 16) {
    const bytes = v128.load(words);
    v128.store(words, i8x16.shuffle(bytes, bytes, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
  }
  return found + 1 === most;
}

/** Where a coefficient lies; beyond the last one there is room for those of damaged data. */
// @ts-ignore: decorator
@inline
function placeOf(k: i32): usize {
  return block + <usize>load<u16>(places + (<usize>k << 1));
}

/** What the next bits are: see `pairOf`. To shift by it takes them away, since only the lowest six bits of what is shifted by count. */
// @ts-ignore: decorator
@inline
function pairAt(bits: u64): u32 {
  return load<u32>(pairs + (<usize>(bits >> (64 - PAIR_BITS)) << 2));
}

/** Puts the two coefficients of an entry, before which there are `k`; answers which one the second is. */
// @ts-ignore: decorator
@inline
function putPair(two: u32, k: i32): i32 {
  const first = k + ((two >> 6) & 15);
  store<i16>(placeOf(first), <i16>(<i32>(two << 10) >> 24));
  const second = first + ((two >> 10) & 15);
  store<i16>(placeOf(second), <i16>(<i32>(two << 2) >> 24));
  return second;
}

/** One block of luma, its coefficients in their places. */
function readBlock(): bool {
  let bits = ahead;
  let known = count;
  let next = at;
  if (known <= 32) {
    bits |= <u64>load<u32>(next) << <u64>(32 - known);
    known += 32;
    next += 4;
  }
  const first = entryOf(lumaDc, bits);
  if (first === 0) return false;
  before += valueOf(first, bits);
  bits <<= <u64>(first & 31);
  known -= first & 31;
  store<i16>(block, <i16>before);
  let k: i32 = 1;
  for (; k < 64; k++) {
    if (known <= 32) {
      bits |= <u64>load<u32>(next) << <u64>(32 - known);
      known += 32;
      next += 4;
    }
    let two = pairAt(bits);
    if (two !== 0 && k < NEAR_END) {
      bits <<= <u64>two;
      known -= two & 63;
      k = putPair(two, k);
      if (two >= END) break;
      // There are bits enough for two such: whether more are needed is asked only then.
      two = pairAt(bits);
      if (two === 0 || k + 1 >= NEAR_END) continue;
      bits <<= <u64>two;
      known -= two & 63;
      k = putPair(two, k + 1);
      if (two >= END) break;
      continue;
    }
    const entry = entryOf(lumaAc, bits);
    if (entry === 0) return false;
    const run = (entry >> 9) & 15;
    if ((entry & 0x1e0) === 0) {
      bits <<= <u64>(entry & 31);
      known -= entry & 31;
      if (run !== 15) break;
      // Zeros beyond the last place are none.
      k = min(k + 15, 63);
      continue;
    }
    k += run;
    if (k > 63) return false;
    store<i16>(placeOf(k), <i16>valueOf(entry, bits));
    bits <<= <u64>(entry & 31);
    known -= entry & 31;
  }
  ahead = bits;
  count = known;
  at = next;
  return k <= 64;
}

/**
 * What of a colour's block is skipped at once by these bits: how many bits (6), coefficients (6), and whether the block ends with them (1). 0 where they don't begin with a whole one.
 */
function skipOf(table: usize, bits: u64): u32 {
  let taken: i32 = 0;
  let skipped: i32 = 0;
  while (true) {
    const entry = entryOf(table, bits << <u64>taken);
    const more = isEnd(entry) ? 0 : ((entry >> 9) & 15) + 1;
    if (entry === 0 || taken + (entry & 31) > <i32>SKIP_BITS || skipped + more > NEAR_START) break;
    taken += entry & 31;
    skipped += more;
    if (more === 0) return taken | (skipped << 6) | (1 << 12);
  }
  return taken | (skipped << 6);
}

/** One block of a colour, of which nothing is kept. */
function skipBlock(dc: usize, ac: usize, skips: usize): bool {
  let bits = ahead;
  let known = count;
  let next = at;
  if (known <= 32) {
    bits |= <u64>load<u32>(next) << <u64>(32 - known);
    known += 32;
    next += 4;
  }
  const first = entryOf(dc, bits);
  if (first === 0) return false;
  bits <<= <u64>(first & 31);
  known -= first & 31;
  let k: i32 = 1;
  while (k < 64) {
    if (known <= 32) {
      bits |= <u64>load<u32>(next) << <u64>(32 - known);
      known += 32;
      next += 4;
    }
    const many = load<u16>(skips + (<usize>(bits >> (64 - SKIP_BITS)) << 1));
    if (many !== 0 && k < NEAR_START) {
      bits <<= <u64>many;
      known -= many & 63;
      k += (many >> 6) & 63;
      if (many >> 12 !== 0) break;
      continue;
    }
    const entry = entryOf(ac, bits);
    if (entry === 0) return false;
    bits <<= <u64>(entry & 31);
    known -= entry & 31;
    if (isEnd(entry)) break;
    k += ((entry >> 9) & 15) + 1;
    if (k > 64 && (entry & 0x1e0) !== 0) return false;
  }
  ahead = bits;
  count = known;
  at = next;
  return true;
}

/** A part, in 32768ths. */
// @ts-ignore: decorator
@inline
function partOf(values: v128, part: i32): v128 {
  return i16x8.q15mulr_sat_s(values, i16x8.splat(<i16>part));
}

// @ts-ignore: decorator
@inline
function low(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
}
// @ts-ignore: decorator
@inline
function high(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
}

/** A row of coefficients, multiplied as `jpegSteps` tells, and emptied. */
// @ts-ignore: decorator
@inline
function takeRow(row: usize): v128 {
  const at = block + (row << 4);
  const coefficients = v128.load(at);
  v128.store(at, i64x2.splat(0));
  const step = steps + (row << 4);
  return i16x8.q15mulr_sat_s(i16x8.mul(coefficients, v128.load(step)), v128.load(step, SCALES));
}

/** Two rows of pixels of a block, from 32nds. */
// @ts-ignore: decorator
@inline
function putRows(first: v128, second: v128, target: usize, stride: i32): void {
  const two = i8x16.narrow_i16x8_u(i16x8.shr_s(first, 5), i16x8.shr_s(second, 5));
  v128.store64_lane(target, two, 0);
  v128.store64_lane(target + stride, two, 1);
}

/**
 * Makes a block pixels, and empties it. T.81's inverse transform as Y. Arai, T. Agui and M. Nakajima reckon it (1988), first of the columns, which then become rows, and again: in 32nds, with which
 * sixteen bits are enough for thrice what a picture may hold.
 */
function putBlock(target: usize, stride: i32): void {
  // The middle between black and white, and half a unit to be rounded by.
  let v0 = i16x8.add(takeRow(0), i16x8(128 * 32 + 16, 0, 0, 0, 0, 0, 0, 0));
  let v1 = takeRow(1);
  let v2 = takeRow(2);
  let v3 = takeRow(3);
  let v4 = takeRow(4);
  let v5 = takeRow(5);
  let v6 = takeRow(6);
  let v7 = takeRow(7);
  for (let round = 0; round < 2; round++) {
    const s04 = i16x8.add(v0, v4);
    const d04 = i16x8.sub(v0, v4);
    const s26 = i16x8.add(v2, v6);
    const d26 = i16x8.sub(v2, v6);
    const turned = i16x8.sub(i16x8.add(d26, partOf(d26, 13573)), s26);
    const e0 = i16x8.add(s04, s26);
    const e1 = i16x8.add(d04, turned);
    const e2 = i16x8.sub(d04, turned);
    const e3 = i16x8.sub(s04, s26);

    const s53 = i16x8.add(v5, v3);
    const d53 = i16x8.sub(v5, v3);
    const s17 = i16x8.add(v1, v7);
    const d17 = i16x8.sub(v1, v7);
    const across = i16x8.sub(s17, s53);
    const both = i16x8.add(d53, d17);
    const z = i16x8.sub(i16x8.add(both, both), partOf(both, 4989));
    const o0 = i16x8.add(s17, s53);
    const o1 = i16x8.sub(i16x8.sub(i16x8.sub(z, i16x8.add(d53, d53)), partOf(d53, 20091)), o0);
    const o2 = i16x8.sub(i16x8.add(across, partOf(across, 13573)), o1);
    const o3 = i16x8.add(i16x8.sub(i16x8.add(d17, partOf(d17, 2700)), z), o2);

    const w0 = i16x8.add(e0, o0);
    const w1 = i16x8.add(e1, o1);
    const w2 = i16x8.add(e2, o2);
    const w3 = i16x8.sub(e3, o3);
    const w4 = i16x8.add(e3, o3);
    const w5 = i16x8.sub(e2, o2);
    const w6 = i16x8.sub(e1, o1);
    const w7 = i16x8.sub(e0, o0);

    const x0 = low(w0, w4);
    const x1 = high(w0, w4);
    const x2 = low(w1, w5);
    const x3 = high(w1, w5);
    const x4 = low(w2, w6);
    const x5 = high(w2, w6);
    const x6 = low(w3, w7);
    const x7 = high(w3, w7);
    const y0 = low(x0, x4);
    const y1 = high(x0, x4);
    const y2 = low(x1, x5);
    const y3 = high(x1, x5);
    const y4 = low(x2, x6);
    const y5 = high(x2, x6);
    const y6 = low(x3, x7);
    const y7 = high(x3, x7);
    v0 = low(y0, y4);
    v1 = high(y0, y4);
    v2 = low(y1, y5);
    v3 = high(y1, y5);
    v4 = low(y2, y6);
    v5 = high(y2, y6);
    v6 = low(y3, y7);
    v7 = high(y3, y7);
  }
  putRows(v0, v1, target, stride);
  putRows(v2, v3, target + 2 * stride, stride);
  putRows(v4, v5, target + 4 * stride, stride);
  putRows(v6, v7, target + 6 * stride, stride);
}

/** A block at the right or lower edge, of which so much is on the picture. */
function putCut(target: usize, stride: i32, across: i32, down: i32): void {
  putBlock(spare, 8);
  for (let y = 0; y < down; y++) memory.copy(target + y * stride, spare + (y << 3), across);
}

/** Goes on behind the next restart. */
function restart(): bool {
  if (!isWithin()) return false;
  at = load<usize>(part, 4);
  part += 8;
  end = load<usize>(part);
  ahead = 0;
  count = 0;
  before = 0;
  return true;
}

/** Whether no more was read than there is. */
// @ts-ignore: decorator
@inline
function isWithin(): bool {
  return at <= end + (<usize>count >> 3);
}

/** A row of units. */
function readUnits(
  row: i32,
  units: i32,
  across: i32,
  down: i32,
  isColour: bool,
  restartUnits: i32,
  width: i32,
  height: i32,
  target: usize,
): bool {
  for (let unit = 0; unit < units; unit++) {
    if (restartUnits > 0 && toRestart-- === 0) {
      if (!restart()) return false;
      toRestart = restartUnits - 1;
    }
    for (let j = 0; j < down; j++) {
      for (let i = 0; i < across; i++) {
        if (!readBlock()) return false;
        const x = (unit * across + i) << 3;
        const y = (row * down + j) << 3;
        const into = target + y * width + x;
        if (x + 8 <= width && y + 8 <= height) putBlock(into, width);
        else putCut(into, width, max(min(8, width - x), 0), max(min(8, height - y), 0));
      }
    }
    if (isColour && !(skipBlock(blueDc, blueAc, blueSkips) && skipBlock(redDc, redAc, redSkips))) return false;
    if (!isWithin()) return false;
  }
  return true;
}

/**
 * See `Kernels.jpegLuma`. `source` lies in `room`, 16,704 bytes and twelve for each part between restarts from its start on, and has 4112 bytes of it behind; what it holds is gone afterwards. Answers 0
 * where it is damaged.
 */
export function jpegLuma(
  source: usize,
  length: i32,
  width: i32,
  height: i32,
  across: i32,
  down: i32,
  isColour: bool,
  restartUnits: i32,
  stepsAt: usize,
  dc0: usize,
  ac0: usize,
  dc1: usize,
  ac1: usize,
  dc2: usize,
  ac2: usize,
  room: usize,
  target: usize,
): i32 {
  lumaDc = dc0;
  lumaAc = ac0;
  blueDc = dc1;
  blueAc = ac1;
  redDc = dc2;
  redAc = ac2;
  block = room;
  // What damaged data puts beyond a block lies there, too.
  spare = room + 128;
  steps = stepsAt;
  places = stepsAt + PLACES;
  pairs = room + 192;
  for (let code: u64 = 0; code < 1 << PAIR_BITS; code++)
    store<u32>(pairs + (<usize>code << 2), pairOf(ac0, code << (64 - PAIR_BITS)));
  blueSkips = pairs + PAIRS;
  redSkips = blueSkips + SKIPS;
  for (let code: u64 = 0; isColour && code < 1 << SKIP_BITS; code++) {
    store<u16>(blueSkips + (<usize>code << 1), <u16>skipOf(ac1, code << (64 - SKIP_BITS)));
    store<u16>(redSkips + (<usize>code << 1), <u16>skipOf(ac2, code << (64 - SKIP_BITS)));
  }
  part = redSkips + SKIPS;
  const units = (width + 8 * across - 1) / (8 * across);
  const rows = (height + 8 * down - 1) / (8 * down);
  const parts = restartUnits > 0 ? (units * rows + restartUnits - 1) / restartUnits : 1;
  const data = (part + (<usize>parts << 3) + 15) & ~15;
  if (!unstuff(source, length, data, part, parts)) return DAMAGED;
  memory.fill(block, 0, 128);
  at = data;
  end = load<usize>(part);
  ahead = 0;
  count = 0;
  before = 0;
  toRestart = restartUnits;
  for (let row = 0; row < rows; row++) {
    if (!readUnits(row, units, across, down, isColour, restartUnits, width, height, target)) return DAMAGED;
  }
  return DECODED;
}

/** See `HuffmanTable`. */
const QUICK_BITS: u64 = 10;
const LONG: usize = 4 + (1 << 10) * 4;
const RESOLVED: i32 = 1 << 13;

/** Two of luma's coefficients at once: an entry of 8 bytes for each of the next `QUICK_BITS` bits, 0 where they don't begin with a whole one. */
const PAIRS: usize = (1 << 10) * 8;
/** From this one on they are read one by one, since the second of two might be the next block's. */
const NEAR_END: i32 = 48;
/** A step for each coefficient, and for those that damage puts beyond a block. */
const STEPS: usize = (64 + 32) * 4;

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
let lumaDc: usize = 0;
let lumaAc: usize = 0;
let blueDc: usize = 0;
let blueAc: usize = 0;
let redDc: usize = 0;
let redAc: usize = 0;
let block: usize = 0;
let spare: usize = 0;
let pairs: usize = 0;

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

/** Whether an entry tells a coefficient whole. */
// @ts-ignore: decorator
@inline
function isWhole(entry: i32): bool {
  return (entry & RESOLVED) !== 0 && (entry & 0x1e0) !== 0;
}

/**
 * Fills `pairs`. An entry is that of the first coefficient, with the bits of both, and above it the second's: how far it is from the first one (5 bits), the same or
 * 0 where there is no second one (5), and its value from bit 16 on.
 */
function findPairs(table: usize): void {
  for (let bits: u32 = 0; bits < 1 << <u32>QUICK_BITS; bits++) {
    const first = load<i32>(table + (<usize>bits << 2), 4);
    const at = pairs + (<usize>bits << 3);
    if (!isWhole(first)) {
      store<u64>(at, 0);
      continue;
    }
    const taken = first & 31;
    const rest = (bits << taken) & ((1 << <u32>QUICK_BITS) - 1);
    const second = load<i32>(table + (<usize>rest << 2), 4);
    const isPair = isWhole(second) && taken + (second & 31) <= <i32>QUICK_BITS;
    const far = ((second >> 9) & 15) + 1;
    store<i32>(at, isPair ? first + (second & 31) : first);
    store<i32>(at, isPair ? (second & 0xffff0000) | (far << 5) | far : 1, 4);
  }
}

/** Copies coded data up to the image's end without stuffed bytes, each part between restarts from a multiple of four on; `parts` is room for where they end and begin. */
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
  store<i16>(block, <i16>(before * (load<i32>(steps) & 0xffff)));
  for (let k: i32 = 1; k < 64; k++) {
    if (known <= 32) {
      bits |= <u64>load<u32>(next) << <u64>(32 - known);
      known += 32;
      next += 4;
    }
    const two = load<u64>(pairs + (<usize>(bits >> (64 - QUICK_BITS)) << 3));
    if (two !== 0 && k < NEAR_END) {
      const one = <i32>two;
      const other = <i32>(two >> 32);
      k += (one >> 9) & 15;
      const step = load<i32>(steps + (<usize>k << 2));
      store<i16>(block + (step >> 16), <i16>((one >> 16) * (step & 0xffff)));
      const next = load<i32>(steps + (<usize>(k + (other & 31)) << 2));
      store<i16>(block + (next >> 16), <i16>((other >> 16) * (next & 0xffff)));
      k += (other >> 5) & 31;
      if (k > 63) return false;
      bits <<= <u64>(one & 31);
      known -= one & 31;
      continue;
    }
    const entry = entryOf(lumaAc, bits);
    if (entry === 0) return false;
    const run = (entry >> 9) & 15;
    if ((entry & 0x1e0) === 0) {
      bits <<= <u64>(entry & 31);
      known -= entry & 31;
      if (run !== 15) break;
      k += 15;
      continue;
    }
    k += run;
    if (k > 63) return false;
    const step = load<i32>(steps + (<usize>k << 2));
    store<i16>(block + (step >> 16), <i16>(valueOf(entry, bits) * (step & 0xffff)));
    bits <<= <u64>(entry & 31);
    known -= entry & 31;
  }
  ahead = bits;
  count = known;
  at = next;
  return true;
}

/** One block of a colour, of which nothing is kept. */
function skipBlock(dc: usize, ac: usize): bool {
  let bits = ahead;
  let known = count;
  let next = at;
  let table = dc;
  for (let k: i32 = 0; k < 64; ) {
    if (known <= 32) {
      bits |= <u64>load<u32>(next) << <u64>(32 - known);
      known += 32;
      next += 4;
    }
    const entry = entryOf(table, bits);
    if (entry === 0) return false;
    bits <<= <u64>(entry & 31);
    known -= entry & 31;
    const run = (entry >> 9) & 15;
    if (k > 0 && (entry & 0x1e0) === 0 && run !== 15) break;
    k += k > 0 ? run + 1 : 1;
    if (k > 64 && (entry & 0x1e0) !== 0) return false;
    table = ac;
  }
  ahead = bits;
  count = known;
  at = next;
  return true;
}

/** Pairs of factors for `i32x4.dot_i16x8_s`, in 8192ths, of T.81's inverse transform as C. Loeffler, A. Ligtenberg and G. Moschytz reckon it (1989). */
// @ts-ignore: decorator
@inline
function pair(a: i32, b: i32): v128 {
  return i32x4.splat((a & 0xffff) | (b << 16));
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

/** Eight numbers of a half, each brought back by `shift` bits, as sixteen bits. */
// @ts-ignore: decorator
@inline
function back(first: v128, second: v128, half: v128, shift: i32): v128 {
  return i16x8.narrow_i32x4_s(
    i32x4.shr_s(i32x4.add(first, half), shift),
    i32x4.shr_s(i32x4.add(second, half), shift),
  );
}

/** Transforms the columns of a block, and makes them its rows. */
function transform(shift: i32): void {
  const v0 = v128.load(block);
  const v1 = v128.load(block, 16);
  const v2 = v128.load(block, 32);
  const v3 = v128.load(block, 48);
  const v4 = v128.load(block, 64);
  const v5 = v128.load(block, 80);
  const v6 = v128.load(block, 96);
  const v7 = v128.load(block, 112);
  const half = i32x4.splat(1 << (shift - 1));

  const sum = i16x8.add(v0, v4);
  const difference = i16x8.sub(v0, v4);
  const s0 = i32x4.shl(i32x4.extend_low_i16x8_s(sum), 13);
  const s1 = i32x4.shl(i32x4.extend_high_i16x8_s(sum), 13);
  const d0 = i32x4.shl(i32x4.extend_low_i16x8_s(difference), 13);
  const d1 = i32x4.shl(i32x4.extend_high_i16x8_s(difference), 13);
  const l26 = low(v2, v6);
  const h26 = high(v2, v6);
  const a0 = i32x4.dot_i16x8_s(l26, pair(10703, 4433));
  const a1 = i32x4.dot_i16x8_s(h26, pair(10703, 4433));
  const b0 = i32x4.dot_i16x8_s(l26, pair(4433, -10704));
  const b1 = i32x4.dot_i16x8_s(h26, pair(4433, -10704));

  const z3 = i16x8.add(v7, v3);
  const z4 = i16x8.add(v5, v1);
  const lz = low(z3, z4);
  const hz = high(z3, z4);
  const z30 = i32x4.dot_i16x8_s(lz, pair(-6436, 9633));
  const z31 = i32x4.dot_i16x8_s(hz, pair(-6436, 9633));
  const z40 = i32x4.dot_i16x8_s(lz, pair(9633, 6437));
  const z41 = i32x4.dot_i16x8_s(hz, pair(9633, 6437));
  const l71 = low(v7, v1);
  const h71 = high(v7, v1);
  const l53 = low(v5, v3);
  const h53 = high(v5, v3);

  const e00 = i32x4.add(s0, a0);
  const e01 = i32x4.add(s1, a1);
  const o30 = i32x4.add(i32x4.dot_i16x8_s(l71, pair(-7373, 4926)), z40);
  const o31 = i32x4.add(i32x4.dot_i16x8_s(h71, pair(-7373, 4926)), z41);
  const w0 = back(i32x4.add(e00, o30), i32x4.add(e01, o31), half, shift);
  const w7 = back(i32x4.sub(e00, o30), i32x4.sub(e01, o31), half, shift);

  const e10 = i32x4.add(d0, b0);
  const e11 = i32x4.add(d1, b1);
  const o20 = i32x4.add(i32x4.dot_i16x8_s(l53, pair(-20995, 4177)), z30);
  const o21 = i32x4.add(i32x4.dot_i16x8_s(h53, pair(-20995, 4177)), z31);
  const w1 = back(i32x4.add(e10, o20), i32x4.add(e11, o21), half, shift);
  const w6 = back(i32x4.sub(e10, o20), i32x4.sub(e11, o21), half, shift);

  const e20 = i32x4.sub(d0, b0);
  const e21 = i32x4.sub(d1, b1);
  const o10 = i32x4.add(i32x4.dot_i16x8_s(l53, pair(-4176, -20995)), z40);
  const o11 = i32x4.add(i32x4.dot_i16x8_s(h53, pair(-4176, -20995)), z41);
  const w2 = back(i32x4.add(e20, o10), i32x4.add(e21, o11), half, shift);
  const w5 = back(i32x4.sub(e20, o10), i32x4.sub(e21, o11), half, shift);

  const e30 = i32x4.sub(s0, a0);
  const e31 = i32x4.sub(s1, a1);
  const o00 = i32x4.add(i32x4.dot_i16x8_s(l71, pair(-4927, -7373)), z30);
  const o01 = i32x4.add(i32x4.dot_i16x8_s(h71, pair(-4927, -7373)), z31);
  const w3 = back(i32x4.add(e30, o00), i32x4.add(e31, o01), half, shift);
  const w4 = back(i32x4.sub(e30, o00), i32x4.sub(e31, o01), half, shift);

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
  v128.store(block, low(y0, y4));
  v128.store(block, high(y0, y4), 16);
  v128.store(block, low(y1, y5), 32);
  v128.store(block, high(y1, y5), 48);
  v128.store(block, low(y2, y6), 64);
  v128.store(block, high(y2, y6), 80);
  v128.store(block, low(y3, y7), 96);
  v128.store(block, high(y3, y7), 112);
}

/** Makes a block pixels, and empties it. */
function putBlock(target: usize, stride: i32): void {
  transform(11);
  transform(18);
  const middle = i8x16.splat(-128);
  const none = i64x2.splat(0);
  for (let i: usize = 0; i < 128; i += 32, target += 2 * <usize>stride) {
    const two = v128.xor(i8x16.narrow_i16x8_s(v128.load(block + i), v128.load(block + i, 16)), middle);
    v128.store64_lane(target, two, 0);
    v128.store64_lane(target + stride, two, 1);
    v128.store(block + i, none);
    v128.store(block + i, none, 16);
  }
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
    if (isColour && !(skipBlock(blueDc, blueAc) && skipBlock(redDc, redAc))) return false;
    if (!isWithin()) return false;
  }
  return true;
}

/**
 * See `Kernels.jpegLuma`. `room` is for 9,000 bytes, two addresses for each part between restarts, and
 * the coded data, 4112 bytes and four for each part longer than they are. Answers 0 where they are damaged.
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
  spare = room + 128;
  steps = room + 192;
  memory.copy(steps, stepsAt, 256);
  for (let k: usize = 256; k < STEPS; k += 4) store<i32>(steps + k, <i32>(spare - block) << 16);
  pairs = steps + STEPS;
  findPairs(ac0);
  part = pairs + PAIRS;
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

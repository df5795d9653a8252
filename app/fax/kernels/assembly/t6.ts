/** Elements past the last change that the coder may look at. */
const SENTINELS: usize = 16;

/** Where in a table of codes each kind begins, each code 4 bytes: its length × 65536 + its bits. */
const BLACK: usize = 104 * 4;
const VERTICAL: usize = 2 * 104 * 4;
const PASS: usize = VERTICAL + 7 * 4;
const HORIZONTAL: usize = PASS + 4;
const END: usize = HORIZONTAL + 4;
/** In a colour's codes the first of the make-up codes, and the longest run of one. */
const MAKE_UP: i32 = 64;
const LONGEST: i32 = 2560;

let codes: usize = 0;
let at: usize = 0;
let pending: u64 = 0;
let pendingBits: u32 = 0;

// @ts-ignore: decorator
@inline
function put(code: usize): void {
  const word = load<u32>(codes + code);
  const length = word >>> 16;
  pending = (pending << length) | (word & 0xffff);
  pendingBits += length;
  if (pendingBits >= 32) {
    pendingBits -= 32;
    store<u32>(at, bswap<u32>(<u32>(pending >> pendingBits)));
    at += 4;
  }
}

function putRun(colour: usize, run: i32): void {
  let rest = run;
  while (rest >= LONGEST + 64) {
    put(colour + ((MAKE_UP + LONGEST / 64 - 1) << 2));
    rest -= LONGEST;
  }
  if (rest >= 64) put(colour + ((MAKE_UP + (rest >> 6) - 1) << 2));
  put(colour + ((rest & 63) << 2));
}

/** The changing elements of a packed row (T.6 §2.2.1), followed by sentinels. */
function findChanges(row: usize, width: i32, into: usize): void {
  const bytes = (width + 7) >> 3;
  let colour: u32 = 0;
  let count = into;
  for (let i = 0; i < bytes; i++) {
    if (colour === 0) while (i + 8 <= bytes && load<u64>(row + i) === 0) i += 8;
    else while (i + 8 <= bytes && load<u64>(row + i) === 0xffffffffffffffff) i += 8;
    if (i >= bytes) break;
    const byte = <u32>load<u8>(row + i);
    if (byte === colour) continue;
    let edges = byte ^ ((byte >> 1) | (colour & 0x80));
    while (edges !== 0) {
      const bit = clz<u32>(edges) - 24;
      store<i32>(count, (i << 3) + <i32>bit);
      count += 4;
      edges &= ~(<u32>0x80 >> bit);
    }
    colour = (byte & 1) === 0 ? 0 : 0xff;
  }
  while (count > into && load<i32>(count - 4) >= width) count -= 4;
  for (let i: usize = 0; i < SENTINELS; i += 4) store<i32>(count + i, width);
}

/** Codes one line against the line above, both as changing elements (T.6 §2.2.4, Figure 7). */
function putLine(line: usize, above: usize, width: i32): void {
  let a0: i32 = -1;
  let a = line;
  let b = above;
  let colour: usize = 0;
  while (a0 < width) {
    let b1 = load<i32>(b);
    while (b1 <= a0 && b1 < width) {
      b += 8;
      b1 = load<i32>(b);
    }
    const a1 = load<i32>(a);
    const b2 = load<i32>(b, 4);
    if (b2 < a1) {
      put(PASS);
      a0 = b2;
      b += 8;
      continue;
    }
    const offset = a1 - b1;
    if (offset >= -3 && offset <= 3) {
      put(VERTICAL + ((offset + 3) << 2));
      a0 = a1;
      a += 4;
      colour = BLACK - colour;
      b = b > above ? b - 4 : b + 4;
      continue;
    }
    const a2 = load<i32>(a, 4);
    put(HORIZONTAL);
    putRun(colour, a1 - max(a0, 0));
    putRun(BLACK - colour, a2 - a1);
    a0 = a2;
    a += 8;
  }
}

/**
 * See `Kernels.encodeT6`. `changes` is room for the changing elements of two rows.
 * @returns how many bytes it took, or -1 where `room` does not suffice
 */
export function encodeT6(
  rows: usize,
  width: i32,
  lines: i32,
  table: usize,
  changes: usize,
  target: usize,
  room: i32,
): i32 {
  codes = table;
  at = target;
  pending = 0;
  pendingBits = 0;
  const stride = (width + 7) >> 3;
  const half = (<usize>(width + 8) << 2) + SENTINELS;
  let above = changes;
  let line = changes + half;
  for (let i: usize = 0; i < SENTINELS; i += 4) store<i32>(above + i, width);
  // No line takes more than two bytes for each of its pels.
  const last = target + room - 2 * width - 32;
  for (let y = 0; y < lines; y++) {
    if (at > last) return -1;
    findChanges(rows + y * stride, width, line);
    putLine(line, above, width);
    const swapped = above;
    above = line;
    line = swapped;
  }
  put(END);
  put(END);
  for (; pendingBits >= 8; at++) {
    pendingBits -= 8;
    store<u8>(at, <u8>(pending >> pendingBits));
  }
  if (pendingBits > 0) store<u8>(at++, <u8>(pending << (8 - pendingBits)));
  return <i32>(at - target);
}

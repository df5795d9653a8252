// @ts-ignore: decorator
@inline
function isBlack(rows: usize, stride: i32, x: i32, y: i32): bool {
  return ((load<u8>(rows + y * stride + (x >> 3)) >> <u8>(7 - (x & 7))) & 1) !== 0;
}

/** Whitens the black at an edge, from x, y on in steps of `stepX`, `stepY`, where it reaches no further than `most` of the `length` pels there are. */
// @ts-ignore: decorator
@inline
function cleanFrom(
  source: usize,
  target: usize,
  stride: i32,
  x: i32,
  y: i32,
  stepX: i32,
  stepY: i32,
  most: i32,
  length: i32,
): void {
  let run = 0;
  while (run <= most && run < length && isBlack(source, stride, x + run * stepX, y + run * stepY)) run++;
  if (run > most) return;
  for (let i = 0; i < run; i++) {
    const column = x + i * stepX;
    const at = target + (y + i * stepY) * stride + (column >> 3);
    store<u8>(at, load<u8>(at) & ~(<u8>0x80 >> <u8>(column & 7)));
  }
}

/** See `BitmapKernels.cleanEdges`. */
export function cleanEdges(source: usize, width: i32, lines: i32, across: i32, down: i32, target: usize): void {
  const stride = (width + 7) >> 3;
  memory.copy(target, source, stride * lines);
  for (let y = 0; y < lines; y++) {
    cleanFrom(source, target, stride, 0, y, 1, 0, across, width);
    cleanFrom(source, target, stride, width - 1, y, -1, 0, across, width);
  }
  for (let x = 0; x < width; x++) {
    cleanFrom(source, target, stride, x, 0, 0, 1, down, lines);
    cleanFrom(source, target, stride, x, lines - 1, 0, -1, down, lines);
  }
}

/** Copies a row `shift` bits (1 to 7) to the right. */
function copyShifted(row: usize, bytes: i32, shift: i32, into: usize): void {
  const none = i64x2.splat(0);
  let before = none;
  let i = 0;
  for (; i + 16 <= bytes; i += 16) {
    const here = v128.load(row + i);
    const left = i8x16.shuffle(before, here, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    v128.store(into + i, v128.or(i8x16.shr_u(here, shift), i8x16.shl(left, 8 - shift)));
    before = here;
  }
  let carried = <u32>i8x16.extract_lane_u(before, 15);
  for (; i < bytes; i++) {
    const byte = <u32>load<u8>(row + i);
    store<u8>(into + i, <u8>((carried << (8 - shift)) | (byte >> shift)));
    carried = byte;
  }
  const last = <u8>(carried << (8 - shift));
  if (last !== 0) store<u8>(into + bytes, last);
}

/** See `BitmapKernels.putOnPage`. */
export function putOnPage(
  small: usize,
  smallStride: i32,
  smallLines: i32,
  left: i32,
  top: i32,
  stride: i32,
  lines: i32,
  target: usize,
): void {
  memory.fill(target, 0, stride * lines);
  const shift = left & 7;
  for (let y = 0; y < smallLines; y++) {
    const row = small + y * smallStride;
    const into = target + (top + y) * stride + (left >> 3);
    if (shift === 0) memory.copy(into, row, smallStride);
    else copyShifted(row, smallStride, shift, into);
  }
}

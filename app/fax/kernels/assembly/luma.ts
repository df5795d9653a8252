/** See `Kernels.luma`: the weights, in 256ths, of the first, second and third colour of each pixel. */
export function luma(colours: usize, count: i32, first: i32, second: i32, third: i32, target: usize): void {
  const weights = i16x8(<i16>first, <i16>second, <i16>third, 0, <i16>first, <i16>second, <i16>third, 0);
  const half = i32x4.splat(128);
  const opaque = i32x4.splat(-16777216);
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    const a = v128.load(colours + (i << 2));
    const b = v128.load(colours + (i << 2), 16);
    if (!i32x4.all_true(i32x4.eq(v128.and(v128.and(a, b), opaque), opaque))) {
      for (let k = i; k < i + 8; k++) store<u8>(target + k, one(colours + (k << 2), first, second, third));
      continue;
    }
    const a0 = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(a), weights);
    const a1 = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(a), weights);
    const b0 = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(b), weights);
    const b1 = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(b), weights);
    const sa = i32x4.add(i8x16.shuffle(a0, a1, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27), half);
    const ta = i32x4.add(sa, i8x16.shuffle(a0, a1, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31));
    const sb = i32x4.add(i8x16.shuffle(b0, b1, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27), half);
    const tb = i32x4.add(sb, i8x16.shuffle(b0, b1, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31));
    const eight = i16x8.narrow_i32x4_u(i32x4.shr_u(ta, 8), i32x4.shr_u(tb, 8));
    v128.store64_lane(target + i, i8x16.narrow_i16x8_u(eight, eight), 0);
  }
  for (; i < count; i++) store<u8>(target + i, one(colours + (i << 2), first, second, third));
}

/** One pixel, on white where it is transparent. */
function one(at: usize, first: i32, second: i32, third: i32): u8 {
  const sum = first * <i32>load<u8>(at) + second * <i32>load<u8>(at, 1) + third * <i32>load<u8>(at, 2);
  const grey = (sum + 128) >> 8;
  const alpha = <i32>load<u8>(at, 3);
  return <u8>(255 - ((255 - grey) * alpha + 127) / 255);
}

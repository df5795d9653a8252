/** See `Kernels.rgba`. */
export function rgba(grey: usize, count: i32, target: usize): void {
  const opaque = i32x4.splat(-16777216);
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    const sixteen = v128.load(grey + i);
    const to = target + (i << 2);
    v128.store(to, v128.or(opaque, i8x16.swizzle(sixteen, i8x16(0, 0, 0, -1, 1, 1, 1, -1, 2, 2, 2, -1, 3, 3, 3, -1))));
    v128.store(to, v128.or(opaque, i8x16.swizzle(sixteen, i8x16(4, 4, 4, -1, 5, 5, 5, -1, 6, 6, 6, -1, 7, 7, 7, -1))), 16);
    v128.store(to, v128.or(opaque, i8x16.swizzle(sixteen, i8x16(8, 8, 8, -1, 9, 9, 9, -1, 10, 10, 10, -1, 11, 11, 11, -1))), 32);
    v128.store(to, v128.or(opaque, i8x16.swizzle(sixteen, i8x16(12, 12, 12, -1, 13, 13, 13, -1, 14, 14, 14, -1, 15, 15, 15, -1))), 48);
  }
  for (; i < count; i++) store<i32>(target + (i << 2), -16777216 | (<i32>load<u8>(grey + i) * 0x010101));
}

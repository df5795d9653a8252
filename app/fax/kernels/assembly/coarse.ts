/** See `Kernels.coarse`. `sums` is room for two bytes for each pixel of a source row. */
export function coarse(
  source: usize,
  width: i32,
  height: i32,
  scale: i32,
  samples: i32,
  columns: i32,
  rows: i32,
  sums: usize,
  target: usize,
): void {
  const divisor = samples * scale;
  for (let y = 0; y < rows; y++) {
    memory.fill(sums, 0, <usize>width * 2);
    for (let k = 0; k < samples; k++) {
      const row = source + min(y * scale + ((2 * k + 1) * scale) / (2 * samples), height - 1) * width;
      for (let x = 0; x < width; x += 16) {
        const pixels = v128.load(row + x);
        const at = sums + (<usize>x << 1);
        v128.store(at, i16x8.add(v128.load(at), i16x8.extend_low_i8x16_u(pixels)));
        v128.store(at, i16x8.add(v128.load(at, 16), i16x8.extend_high_i8x16_u(pixels)), 16);
      }
    }
    let at = sums;
    for (let x = 0; x < columns; x++) {
      let sum: i32 = 0;
      const end = at + (<usize>scale << 1);
      for (; at < end; at += 2) sum += <i32>load<u16>(at);
      store<u8>(target + x, <u8>(sum / divisor));
    }
    target += columns;
  }
}

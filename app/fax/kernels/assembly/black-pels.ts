/** See `BitmapKernels.blackPels`. */
export function blackPels(rows: usize, bytes: i32): i32 {
  let black: i64 = 0;
  let at = rows;
  for (const whole = rows + (bytes & ~7); at < whole; at += 8) black += popcnt<i64>(load<i64>(at));
  for (const end = rows + bytes; at < end; at++) black += popcnt<i64>(<i64>load<u8>(at));
  return <i32>black;
}

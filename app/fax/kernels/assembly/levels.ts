/** The level of a pixel, by the table of `paper/levels.ts`. */
// @ts-ignore: decorator
@inline
export function levelOf(levels: usize, pixel: usize): i32 {
  return load<i16>(levels + (<usize>load<u8>(pixel) << 1));
}

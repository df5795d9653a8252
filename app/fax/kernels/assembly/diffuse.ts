/** Errors are carried with this many steps a grey value. */
const STEPS: i32 = 16;
const WHITE: i32 = 255 * STEPS;
const MIDDLE: i32 = 128 * STEPS;

// @ts-ignore: decorator
@inline
function add(at: usize, error: i32): void {
  store<i32>(at, load<i32>(at) + error);
}

/**
 * See `Kernels.diffuse`. `room` is for two rows of errors and two of black pels, one pel of room at either end of each.
 */
export function diffuse(
  source: usize,
  width: i32,
  height: i32,
  tone: usize,
  feedback: f64,
  room: usize,
  target: usize,
): void {
  const stride = (width + 7) >> 3;
  const errors = <usize>(width + 2) << 2;
  const pels = <usize>(width + 2);
  memory.fill(room, 0, 2 * (errors + pels));
  memory.fill(target, 0, <usize>stride * height);
  let here = room;
  let below = room + errors;
  let above = below + errors;
  let current = above + pels;
  for (let y = 0; y < height; y++) {
    const step = (y & 1) === 0 ? 1 : -1;
    const from = source + y * width;
    const row = target + y * stride;
    let x = step === 1 ? 0 : width - 1;
    let before = 0;
    for (let i = 0; i < width; i++, x += step) {
      const toned = <i32>load<u8>(tone + load<u8>(from + x));
      if (toned === 255) {
        before = 0;
        store<u8>(current + x + 1, 0);
        continue;
      }
      const at = here + (<usize>(x + 1) << 2);
      const value = toned * STEPS + load<i32>(at);
      const inked = <f64>(<i32>load<u8>(above + x + 1) + before - 1) * feedback;
      const black = <f64>value - inked < <f64>MIDDLE;
      before = <i32>black;
      store<u8>(current + x + 1, <u8>black);
      if (black) {
        const byte = row + (x >> 3);
        store<u8>(byte, <u8>(<i32>load<u8>(byte) | (0x80 >> (x & 7))));
      }
      const error = black ? value : value - WHITE;
      const bounded = min(max(error, -WHITE), WHITE);
      const next = below + (<usize>(x + 1) << 2);
      const along = <usize>step << 2;
      add(at + along, (bounded * 7) >> 4);
      add(next - along, (bounded * 3) >> 4);
      add(next, (bounded * 5) >> 4);
      add(next + along, bounded >> 4);
    }
    const used = here;
    here = below;
    below = used;
    memory.fill(below, 0, errors);
    const last = above;
    above = current;
    current = last;
  }
}

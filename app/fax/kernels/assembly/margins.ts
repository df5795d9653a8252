import { levelOf } from './levels';

/** All as in `paper/margins.ts`; differences are whole levels here. */
const PLACES: i32 = 48;
const FIRST_BLANK: f64 = 1.5;
const LAST_BLANK: f64 = 6;
const PRINT: i32 = 64;
const FIRST_DEPTH: f64 = 4;
const DEPTH_STEP: f64 = 8;
const DESK_STEP: i32 = 24;

let width: i32 = 0;
let height: i32 = 0;
let levels: usize = 0;
/** Where the side begins, how far it goes, and how long it is. */
let fromX: f64 = 0;
let fromY: f64 = 0;
let alongX: f64 = 0;
let alongY: f64 = 0;
let length: f64 = 0;

/** Where the pixel is that lies so far along the side and so far within it; −1 outside of the picture. */
function placeOf(part: f64, depth: f64): i32 {
  const inward = depth / length;
  const x = floor(fromX + alongX * part - alongY * inward);
  const y = floor(fromY + alongY * part + alongX * inward);
  if (!(x >= 0 && y >= 0 && x < <f64>width && y < <f64>height)) return -1;
  return <i32>y * width + <i32>x;
}

function isDesksEdgeWithin(closed: usize, part: f64, lastDepth: f64): bool {
  let lightest = i32.MAX_VALUE;
  for (let depth = FIRST_DEPTH; depth <= lastDepth; depth += DEPTH_STEP) {
    const at = placeOf(part, depth);
    if (at < 0) return false;
    const level = levelOf(levels, closed + at);
    if (level - lightest > DESK_STEP) return true;
    lightest = lightest === i32.MAX_VALUE ? level : max(lightest, level);
  }
  return false;
}

/**
 * See `PaperKernels.margins`. Of each side `table` tells where it begins, how far it goes, how long it is and how deep to look: six numbers of eight bytes; of each is written which part is
 * printed and which seems to be desk. `brightness`: two bytes for each.
 */
export function margins(
  picture: usize,
  closed: usize,
  columns: i32,
  rows: i32,
  table: usize,
  sides: i32,
  brightness: usize,
  target: usize,
): void {
  width = columns;
  height = rows;
  levels = brightness;
  for (let side = 0; side < sides; side++, table += 48, target += 16) {
    fromX = load<f64>(table);
    fromY = load<f64>(table, 8);
    alongX = load<f64>(table, 16);
    alongY = load<f64>(table, 24);
    length = load<f64>(table, 32);
    let seen = 0;
    let printed = 0;
    let desk = 0;
    for (let i = 0; i < PLACES; i++) {
      const part = (<f64>i + 0.5) / <f64>PLACES;
      for (let depth = FIRST_BLANK; depth <= LAST_BLANK; depth += FIRST_BLANK) {
        const at = placeOf(part, depth);
        if (at < 0) continue;
        seen++;
        if (levelOf(levels, closed + at) - levelOf(levels, picture + at) > PRINT) printed++;
      }
      if (isDesksEdgeWithin(closed, part, load<f64>(table, 40))) desk++;
    }
    store<f64>(target, <f64>printed / <f64>max(seen, 1));
    store<f64>(target, <f64>desk / <f64>PLACES, 8);
  }
}

/** All as in `paper/edge-lines.ts`. */
const SLOPES: i32 = 61;
const SLOPE_STEP: f64 = 0.015;
const STEEPEST: f64 = 0.45;
const MOST_PEAKS: i32 = 40;

/** Loops of sixteen bytes write so many beyond an end. */
const OVERRUN: i32 = 32;

let width: i32 = 0;
let height: i32 = 0;
/** Where the votes of each slope begin for the row whose edges vote. */
let bases: usize = 0;
/** The most voted-for lines, the first first: the place of their votes, and how many they are, of four bytes each. */
let peaks: usize = 0;
/** Votes for each slope and place, four bytes each. */
let votes: usize = 0;

// @ts-ignore: decorator
@inline
export function rounded(value: f64): f64 {
  const up = ceil(value);
  return up - 0.5 <= value ? up : up - 1;
}

// @ts-ignore: decorator
@inline
export function slopeOf(index: i32): f64 {
  return <f64>(index - ((SLOPES - 1) >> 1)) * SLOPE_STEP;
}

/** Places that the steepest line moves by between the middle row and the outermost. */
function farthest(rows: i32): i32 {
  return <i32>ceil((STEEPEST * <f64>rows) / 2) + 1;
}

/** So many bytes and what is written beyond them. */
export function align(bytes: i32): i32 {
  return (bytes + OVERRUN + 15) & -16;
}

/** Votes lie this far apart while they are cast: no line leaves its row. */
function castStride(columns: i32, rows: i32): i32 {
  return columns + 2 * farthest(rows);
}

/** Bytes before the votes: a row that has none, and one vote. */
function before(columns: i32): i32 {
  return align(4 * (columns + 1));
}

/** Bytes of room that votes take. */
export function votesRoom(columns: i32, rows: i32): i32 {
  const cast = 4 * SLOPES * castStride(columns, rows) + 4 * (columns + 1);
  return align(4 * SLOPES) + align(8 * MOST_PEAKS) + before(columns) + cast + OVERRUN;
}

/** Makes room for the votes of a picture's edges; there are none yet. */
export function placeVotes(room: usize, columns: i32, rows: i32): void {
  width = columns;
  height = rows;
  bases = room;
  peaks = bases + align(4 * SLOPES);
  votes = peaks + align(8 * MOST_PEAKS) + before(columns);
  memory.fill(votes, 0, <usize>(SLOPES * castStride(columns, rows)) << 2);
}

/** Each edge of a row, which are at `from`, votes for all lines through it. */
export function castVotes(from: usize, row: i32): void {
  const stride = castStride(width, height);
  const margin = farthest(height);
  const fromMiddle = <f64>row - <f64>height / 2;
  for (let s = 0; s < SLOPES; s++) {
    const shift = margin + <i32>rounded(-slopeOf(s) * fromMiddle);
    store<u32>(bases + (<usize>s << 2), <u32>(votes + (<usize>(s * stride + shift) << 2)));
  }
  const end = bases + (SLOPES << 2);
  for (let x = 0; x < width; x++) {
    const weight = <i32>load<i8>(from + x);
    if (weight === 0) continue;
    for (let base = bases; base < end; base += 4) {
      const vote = <usize>load<u32>(base) + (<usize>x << 2);
      store<i32>(vote, load<i32>(vote) + weight);
    }
  }
}

/** Moves the votes together, so that those of a slope follow those of the one before; around them there are none. */
export function gatherVotes(): void {
  const stride = castStride(width, height);
  const bytes = <usize>width << 2;
  let from = votes + (<usize>farthest(height) << 2);
  let to = votes;
  for (let s = 0; s < SLOPES; s++) {
    memory.copy(to, from, bytes);
    from += <usize>stride << 2;
    to += bytes;
  }
  memory.fill(to, 0, bytes + 4);
  memory.fill(votes - bytes - 4, 0, bytes + 4);
}

/** Finds the most voted-for lines of a sign that have so many votes. @returns how many they are */
export function peaksOf(sign: i32, least: i32): i32 {
  const down = <usize>width << 2;
  let found = 0;
  for (let index = 0, vote = votes; index < SLOPES * width; index++, vote += 4) {
    const count = sign * load<i32>(vote);
    if (count < least || sign * load<i32>(vote - 4) > count || sign * load<i32>(vote, 4) > count) continue;
    if (sign * load<i32>(vote - down) > count || sign * load<i32>(vote + down) > count) continue;
    if (found === MOST_PEAKS && load<i32>(peaks + ((MOST_PEAKS - 1) << 3), 4) >= count) continue;
    if (found < MOST_PEAKS) found++;
    let place = peaks + (<usize>(found - 1) << 3);
    for (; place > peaks && load<i32>(place - 4) < count; place -= 8) store<u64>(place, load<u64>(place - 8));
    store<i32>(place, index);
    store<i32>(place, count, 4);
  }
  return found;
}

/** The place of the votes of a line that was found: its slope's number × the width + where it crosses the middle row. */
export function peakAt(i: i32): i32 {
  return load<i32>(peaks + (<usize>i << 3));
}

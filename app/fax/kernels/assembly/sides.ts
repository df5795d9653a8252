import { COUNT, edgeLines, edgeLinesBytes, edgeLinesRoom, LINE, lineBytes } from './edge-lines';
import { align, rounded } from './votes';

/** All as in `paper/sides.ts`. */
const BORDER_SUPPORT: f64 = 0.8;
const MOST_BORDERS: i32 = 1;
const BORDER_SCORE: f64 = 0.75;
const LEAST_AREA: f64 = 0.2;
const OUTSIDE: f64 = 0.06;
const MOST_CANDIDATES: i32 = 24;
const SHORTEST: i32 = 8;

/** Which sides of a candidate are the picture's borders. */
const LEFT: i32 = 1;
const RIGHT: i32 = 2;
const TOP: i32 = 4;
const BOTTOM: i32 = 8;

/** Bytes of a candidate: eight each for x and y of its corners, its support, its worst side's, its score, and its borders. */
const CANDIDATE: i32 = 96;
const SUPPORT: usize = 64;
const WORST: usize = 72;
const SCORE: usize = 80;
const BORDERS: usize = 88;

/** Bytes of the best candidates: how many they are, and the candidates. */
const CANDIDATES: i32 = COUNT + MOST_CANDIDATES * CANDIDATE;

let width: i32 = 0;
let height: i32 = 0;
/** The candidate looked at, and the best ones. */
let candidate: usize = 0;
let best: usize = 0;

/** Adds the picture's border to lines of one sign, as the last of them; it is not counted. */
function addBorder(lines: usize, rows: i32, place: f64): void {
  const line = lines + COUNT + load<i32>(lines) * lineBytes(rows);
  store<f64>(line, place);
  store<f64>(line, 0, 8);
}

/** Whether two sides are as far apart as paper's in a picture so wide, and so long along them. */
function areApart(near: usize, far: usize, size: i32, length: i32): bool {
  const first = load<f64>(near) + (load<f64>(near, 8) * <f64>length) / 2;
  const second = load<f64>(far) + (load<f64>(far, 8) * <f64>length) / 2;
  return second - first > LEAST_AREA * <f64>size;
}

/** Writes where two sides cross. */
function cross(down: usize, across: usize, corner: usize): void {
  const downAt = load<f64>(down);
  const downSlope = load<f64>(down, 8);
  const acrossSlope = load<f64>(across, 8);
  const y = (load<f64>(across) + acrossSlope * downAt) / (1 - acrossSlope * downSlope);
  store<f64>(corner, downAt + downSlope * y);
  store<f64>(corner, y, 8);
}

/** Twice the signed area of the triangle of three of the candidate's corners. */
function areaOf(a: usize, b: usize, c: usize): f64 {
  const first = candidate + (a << 4);
  const second = candidate + (b << 4);
  const third = candidate + (c << 4);
  const x = load<f64>(first);
  const y = load<f64>(first, 8);
  return (load<f64>(second) - x) * (load<f64>(third, 8) - y) - (load<f64>(second, 8) - y) * (load<f64>(third) - x);
}

function isConvex(): bool {
  return areaOf(0, 1, 2) > 0 && areaOf(1, 2, 3) > 0 && areaOf(2, 3, 0) > 0 && areaOf(3, 0, 1) > 0;
}

function isInFrame(): bool {
  const wide = <f64>width;
  const high = <f64>height;
  for (let corner = candidate; corner < candidate + 64; corner += 16) {
    const x = load<f64>(corner);
    const y = load<f64>(corner, 8);
    if (!(x > -OUTSIDE * wide && x < (1 + OUTSIDE) * wide)) return false;
    if (!(y > -OUTSIDE * high && y < (1 + OUTSIDE) * high)) return false;
  }
  return true;
}

/** The part of a side, of so many rows or columns, between two places that shows an edge. */
function supportOf(side: usize, isBorder: bool, last: i32, from: f64, to: f64): f64 {
  if (isBorder) return BORDER_SUPPORT;
  const start = <i32>min(max(rounded(from), 0), <f64>last);
  const end = <i32>min(max(rounded(to), 0), <f64>last);
  if (end - start < SHORTEST) return 0;
  const seen = side + LINE;
  return <f64>(load<i16>(seen + (<usize>end << 1)) - load<i16>(seen + (<usize>start << 1))) / <f64>(end - start);
}

/** Puts the candidate among the best, where it is one of them. */
function keep(): void {
  const count = load<i32>(best);
  const score = load<f64>(candidate, SCORE);
  const first = best + COUNT;
  let place = first;
  for (let i = 0; i < count && load<f64>(place, SCORE) >= score; i++) place += CANDIDATE;
  if (place === first + MOST_CANDIDATES * CANDIDATE) return;
  const kept = min(count, MOST_CANDIDATES - 1);
  memory.copy(place + CANDIDATE, place, first + kept * CANDIDATE - place);
  memory.copy(place, candidate, CANDIDATE);
  store<i32>(best, kept + 1);
}

function consider(left: usize, right: usize, top: usize, bottom: usize, borders: i32): void {
  cross(left, top, candidate);
  cross(right, top, candidate + 16);
  cross(right, bottom, candidate + 32);
  cross(left, bottom, candidate + 48);
  if (!isConvex() || !isInFrame()) return;
  const area = (areaOf(0, 1, 2) + areaOf(0, 2, 3)) / 2 / (<f64>width * <f64>height);
  if (area < LEAST_AREA) return;
  const ax = load<f64>(candidate);
  const ay = load<f64>(candidate, 8);
  const bx = load<f64>(candidate, 16);
  const by = load<f64>(candidate, 24);
  const cx = load<f64>(candidate, 32);
  const cy = load<f64>(candidate, 40);
  const dx = load<f64>(candidate, 48);
  const dy = load<f64>(candidate, 56);
  const ofLeft = supportOf(left, (borders & LEFT) !== 0, height, ay, dy);
  const ofRight = supportOf(right, (borders & RIGHT) !== 0, height, by, cy);
  const ofTop = supportOf(top, (borders & TOP) !== 0, width, ax, bx);
  const ofBottom = supportOf(bottom, (borders & BOTTOM) !== 0, width, dx, cx);
  const worst = min(min(ofLeft, ofRight), min(ofTop, ofBottom));
  if (worst <= 0) return;
  const likely = borders !== 0 ? BORDER_SCORE : 1;
  store<f64>(candidate, (ofLeft + ofRight + ofTop + ofBottom) / 4, SUPPORT);
  store<f64>(candidate, worst, WORST);
  store<f64>(candidate, area * likely * ofLeft * ofRight * ofTop * ofBottom, SCORE);
  store<f64>(candidate, <f64>borders, BORDERS);
  keep();
}

/** Looks at all fours of sides, each of one of these lists of lines, or the border that follows them. */
function search(lefts: usize, rights: usize, tops: usize, bottoms: usize): void {
  const downBytes = lineBytes(height);
  const acrossBytes = lineBytes(width);
  for (let l = 0; l <= load<i32>(lefts); l++) {
    const left = lefts + COUNT + l * downBytes;
    for (let r = 0; r <= load<i32>(rights); r++) {
      const right = rights + COUNT + r * downBytes;
      if (!areApart(left, right, width, height)) continue;
      const down = (l === load<i32>(lefts) ? LEFT : 0) | (r === load<i32>(rights) ? RIGHT : 0);
      for (let t = 0; t <= load<i32>(tops); t++) {
        const top = tops + COUNT + t * acrossBytes;
        for (let b = 0; b <= load<i32>(bottoms); b++) {
          const bottom = bottoms + COUNT + b * acrossBytes;
          const across = (t === load<i32>(tops) ? TOP : 0) | (b === load<i32>(bottoms) ? BOTTOM : 0);
          if (popcnt(down | across) > MOST_BORDERS || !areApart(top, bottom, height, width)) continue;
          consider(left, right, top, bottom, down | across);
        }
      }
    }
  }
}

/** Bytes of what is handed back. */
export function bestSidesBytes(): i32 {
  return 2 * CANDIDATES;
}

/** Bytes of room to work in. */
export function bestSidesRoom(columns: i32, rows: i32): i32 {
  const lines = 2 * align(edgeLinesBytes(rows)) + 2 * align(edgeLinesBytes(columns));
  return align(CANDIDATE) + lines + max(edgeLinesRoom(columns, rows), edgeLinesRoom(rows, columns));
}

/**
 * See `PaperKernels.bestSides`. `leastDown` and `leastAcross`: the votes that a line needs. `levels`: two bytes for each brightness. Candidates lighter than what is around them are written
 * first, then darker ones.
 */
export function bestSides(
  source: usize,
  columns: i32,
  rows: i32,
  levels: usize,
  leastDown: f64,
  leastAcross: f64,
  room: usize,
  target: usize,
): void {
  width = columns;
  height = rows;
  candidate = room;
  const down = candidate + align(CANDIDATE);
  const across = down + 2 * align(edgeLinesBytes(rows));
  const rest = across + 2 * align(edgeLinesBytes(columns));
  edgeLines(source, columns, rows, 1, columns, levels, leastDown, rest, down);
  edgeLines(source, rows, columns, columns, 1, levels, leastAcross, rest, across);
  for (let lighter = 1; lighter >= 0; lighter--) {
    const downBytes = edgeLinesBytes(rows);
    const acrossBytes = edgeLinesBytes(columns);
    const lefts = lighter ? down : down + downBytes;
    const rights = lighter ? down + downBytes : down;
    const tops = lighter ? across : across + acrossBytes;
    const bottoms = lighter ? across + acrossBytes : across;
    addBorder(lefts, rows, 0);
    addBorder(rights, rows, <f64>columns);
    addBorder(tops, columns, 0);
    addBorder(bottoms, columns, <f64>rows);
    best = target;
    store<i32>(best, 0);
    search(lefts, rights, tops, bottoms);
    target += CANDIDATES;
  }
}

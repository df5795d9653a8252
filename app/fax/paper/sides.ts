import type { GreyImage } from '../grey';
import { edgeLines, type EdgeLine, type EdgeLines, type Line } from './edge-lines';
import { isConvex, quadArea, type Point, type Quad } from './quad';

/** A side of the paper: a line seen in the picture, or the picture's own border where the paper runs out of it. */
interface Side extends Line {
  readonly seen: Int16Array | null;
}

/** Left and right as lines x(y); top and bottom as lines y(x). */
interface Sides {
  readonly left: Side;
  readonly right: Side;
  readonly top: Side;
  readonly bottom: Side;
}

/** Which sides of something are the picture's own borders. */
export interface Borders {
  readonly left: boolean;
  readonly right: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
}

/** Four sides that may be a paper's. */
export interface Candidate {
  /** Lighter than what is around it. */
  readonly lighter: boolean;
  readonly quad: Quad;
  readonly borders: Borders;
  /** The part of its seen sides that shows an edge: the mean, and of the worst side. */
  readonly support: number;
  readonly worst: number;
  readonly score: number;
}

/** A side that is the picture's border counts as this well supported. At most one side may be. */
const BORDER_SUPPORT = 0.8;
const MOST_BORDERS = 1;
/** … and makes a candidate so much less likely. */
const BORDER_SCORE = 0.75;

/** Least part of the picture that paper takes. */
const LEAST_AREA = 0.2;

/** Corners may lie outside the picture by this part of its size. */
const OUTSIDE = 0.06;

const isBorder = ({ seen }: Side): boolean => seen === null;

const crossing = (down: Line, across: Line): Point => {
  const y = (across.at + across.slope * down.at) / (1 - across.slope * down.slope);
  return { x: down.at + down.slope * y, y };
};

const quadOf = ({ left, right, top, bottom }: Sides): Quad => [
  crossing(left, top),
  crossing(right, top),
  crossing(right, bottom),
  crossing(left, bottom),
];

/** The part of a side between two positions that shows an edge. */
function supportOf({ seen }: Side, from: number, to: number): number {
  if (seen === null) return BORDER_SUPPORT;
  const last = seen.length - 1;
  const start = Math.min(Math.max(Math.round(from), 0), last);
  const end = Math.min(Math.max(Math.round(to), 0), last);
  return end - start < 8 ? 0 : ((seen[end] ?? 0) - (seen[start] ?? 0)) / (end - start);
}

const border = (at: number): Side => ({ at, slope: 0, seen: null });

const inFrame = (quad: Quad, width: number, height: number): boolean =>
  quad.every(
    ({ x, y }) =>
      x > -OUTSIDE * width && x < (1 + OUTSIDE) * width && y > -OUTSIDE * height && y < (1 + OUTSIDE) * height,
  );

function candidateOf(sides: Sides, lighter: boolean, width: number, height: number): Candidate | null {
  const quad = quadOf(sides);
  if (!isConvex(quad) || !inFrame(quad, width, height)) return null;
  const area = quadArea(quad) / (width * height);
  if (area < LEAST_AREA) return null;
  const [a, b, c, d] = quad;
  const supports = [
    supportOf(sides.left, a.y, d.y),
    supportOf(sides.right, b.y, c.y),
    supportOf(sides.top, a.x, b.x),
    supportOf(sides.bottom, d.x, c.x),
  ];
  const worst = Math.min(...supports);
  if (worst <= 0) return null;
  const borders = {
    left: isBorder(sides.left),
    right: isBorder(sides.right),
    top: isBorder(sides.top),
    bottom: isBorder(sides.bottom),
  };
  const likely = Object.values(borders).includes(true) ? BORDER_SCORE : 1;
  const score = supports.reduce((product, each) => product * each, area * likely);
  return { lighter, quad, borders, support: supports.reduce((sum, each) => sum + each) / 4, worst, score };
}

const middleOf = ({ at, slope }: Side, length: number): number => at + (slope * length) / 2;

/** Calls `look` with each pair of sides, at most one of them a border, that are as far apart as paper's in a picture of `width`, and `length` along them. */
function eachPair(
  first: readonly Side[],
  second: readonly Side[],
  width: number,
  length: number,
  look: (first: Side, second: Side, borders: number) => void,
): void {
  for (const a of first) {
    for (const b of second) {
      const borders = (isBorder(a) ? 1 : 0) + (isBorder(b) ? 1 : 0);
      const apart = middleOf(b, length) - middleOf(a, length);
      if (borders <= MOST_BORDERS && apart > LEAST_AREA * width) look(a, b, borders);
    }
  }
}

/** Candidates looked at more closely. */
const MOST_CANDIDATES = 24;

function keepBest(best: Candidate[], candidate: Candidate): void {
  if (best.length === MOST_CANDIDATES && candidate.score <= (best.at(-1)?.score ?? 0)) return;
  const place = best.findIndex(({ score }) => score < candidate.score);
  best.splice(place < 0 ? best.length : place, 0, candidate);
  best.length = Math.min(best.length, MOST_CANDIDATES);
}

interface Found {
  readonly down: EdgeLines;
  readonly across: EdgeLines;
}

/** The best fours of sides of something lighter (or darker) than what is around it, the best first. `across` are the lines of the transposed picture. */
function bestOf({ down, across }: Found, lighter: boolean, width: number, height: number): Candidate[] {
  const near = (lines: EdgeLines): readonly EdgeLine[] => (lighter ? lines.rising : lines.falling);
  const far = (lines: EdgeLines): readonly EdgeLine[] => (lighter ? lines.falling : lines.rising);
  const best: Candidate[] = [];
  eachPair([...near(down), border(0)], [...far(down), border(width)], width, height, (left, right, bordersDown) => {
    eachPair(
      [...near(across), border(0)],
      [...far(across), border(height)],
      height,
      width,
      (top, bottom, bordersAcross) => {
        if (bordersDown + bordersAcross > MOST_BORDERS) return;
        const candidate = candidateOf({ left, right, top, bottom }, lighter, width, height);
        if (candidate !== null) keepBest(best, candidate);
      },
    );
  });
  return best;
}

/** The best candidates of either kind, the best first. */
export interface Candidates {
  readonly lighter: readonly Candidate[];
  readonly darker: readonly Candidate[];
}

/** See `PaperKernels.bestSides`. */
export function bestSides(picture: GreyImage): Candidates {
  const { width, height } = picture;
  const found = { down: edgeLines(picture, 'down'), across: edgeLines(picture, 'across') };
  return { lighter: bestOf(found, true, width, height), darker: bestOf(found, false, width, height) };
}

import { blankBitmap, paintRun, rowBytes, type FaxBitmap } from '../../../app/fax/bitmap';
import { randomNumbers } from '../random';

/** Widest image: more than two lines of the widest fax paper. */
const WIDEST = 5200;
const HIGHEST = 24;

type Paint = (bitmap: FaxBitmap, random: () => number) => void;

const eachLine =
  (paint: (rows: Uint8Array, start: number, width: number, y: number, random: () => number) => void): Paint =>
  ({ widthPels, scanLines, rows }, random) => {
    for (let y = 0; y < scanLines; y++) paint(rows, y * rowBytes(widthPels), widthPels, y, random);
  };

const noise = (density: number): Paint =>
  eachLine((rows, start, width, _y, random) => {
    for (let x = 0; x < width; x++) if (random() < density) paintRun(rows, start, x, x + 1);
  });

/** Runs of any length, each line for itself. */
const runs = (longest: number): Paint =>
  eachLine((rows, start, width, _y, random) => {
    for (let x = 0, black = random() < 0.5; x < width; black = !black) {
      const end = Math.min(x + 1 + Math.floor(random() * longest), width);
      if (black) paintRun(rows, start, x, end);
      x = end;
    }
  });

/** Strokes whose edges wander from line to line, as those of letters do. */
const strokes: Paint = ({ widthPels, scanLines, rows }, random) => {
  const edges: number[] = [];
  for (let x = 0; x < widthPels; x += 1 + random() * 60) edges.push(x);
  for (let y = 0; y < scanLines; y++) {
    const sorted = edges.map((edge) => Math.min(Math.max(Math.round(edge), 0), widthPels)).toSorted((a, b) => a - b);
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      paintRun(rows, y * rowBytes(widthPels), sorted[i] ?? 0, sorted[i + 1] ?? 0);
    }
    edges.forEach((edge, i) => void (edges[i] = edge + (random() - 0.5) * 9));
  }
};

const thresholds = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5] as const;

/** An ordered dither of a ramp. */
const dither: Paint = eachLine((rows, start, width, y) => {
  for (let x = 0; x < width; x++) {
    if ((x / width) * 16 > (thresholds[(y % 4) * 4 + (x % 4)] ?? 0)) paintRun(rows, start, x, x + 1);
  }
});

const black: Paint = eachLine((rows, start, width) => paintRun(rows, start, 0, width));
const white: Paint = () => undefined;

const paints: readonly Paint[] = [
  white,
  black,
  noise(0.5),
  noise(0.02),
  noise(0.98),
  runs(6),
  runs(300),
  runs(6000),
  strokes,
  strokes,
  strokes,
  dither,
];

/** `count` images: every width up to 5200 pels, and every way to paint each. */
export function generatedBitmaps(count: number): FaxBitmap[] {
  const random = randomNumbers(20);
  return Array.from({ length: count }, (_, index) => {
    const bitmap = blankBitmap(1 + (index % WIDEST), 1 + Math.floor(random() * HIGHEST));
    paints[Math.floor(random() * paints.length)]?.(bitmap, random);
    return bitmap;
  });
}

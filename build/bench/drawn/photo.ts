import type { Sharp } from '../peers';
import { randomNumbers } from '../random';

/** As a phone holds it: twelve megapixels, lying on its side (EXIF orientation 6: turn right to look at it). */
const sensor = { width: 4032, height: 3024 } as const;
const PAGE_DENSITY = 300;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}
type Point = readonly [x: number, y: number];

/** The page upright in a frame of 3024 × 4032, its corners a little off a rectangle's. */
function corners(random: () => number): readonly [Point, Point, Point, Point] {
  const off = (): number => 40 + random() * 90;
  const [width, height] = [sensor.height, sensor.width];
  return [
    [off(), off()],
    [width - off(), off()],
    [width - off(), height - off()],
    [off(), height - off()],
  ];
}

/** Solves a linear system (Gauss, partial pivoting); rows hold the right side last. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  const cell = (r: number, c: number): number => rows[r]?.[c] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let r = column + 1; r < size; r++) if (Math.abs(cell(r, column)) > Math.abs(cell(pivot, column))) pivot = r;
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    for (let r = 0; r < size; r++) {
      if (r === column) continue;
      const factor = cell(r, column) / cell(column, column);
      rows[r] = (rows[r] ?? []).map((value, c) => value - factor * cell(column, c));
    }
  }
  return rows.map((_, r) => cell(r, size) / cell(r, r));
}

/** The homography that takes the frame's points to the page's. */
function homography(from: readonly Point[], to: readonly Point[]): number[] {
  const rows = from.flatMap(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  return [...solve(rows), 1];
}

/** Light falls off across the frame, and somebody's arm throws a soft shadow. */
function lightAt(random: () => number): (x: number, y: number) => number {
  const slope = 0.15 + random() * 0.25;
  const [edge, tilt, depth] = [0.3 + random() * 0.4, random() - 0.5, 0.25 + random() * 0.2];
  return (x, y) => {
    const side = 1 / (1 + Math.exp(-(x + tilt * y - edge) * 14));
    return (1 - slope * y) * (1 - depth * side);
  };
}

const DESK = 70;

function sampled({ width, height, grey }: Picture, u: number, v: number): number {
  if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1) return DESK;
  const [x, y] = [Math.floor(u), Math.floor(v)];
  const at = y * width + x;
  const [fx, fy] = [u - x, v - y];
  const above = (grey[at] ?? 0) * (1 - fx) + (grey[at + 1] ?? 0) * fx;
  const below = (grey[at + width] ?? 0) * (1 - fx) + (grey[at + width + 1] ?? 0) * fx;
  return above * (1 - fy) + below * fy;
}

/** What the sensor sees: colours as under a warm lamp, with noise. */
function expose(page: Picture, seed: number): Buffer {
  const random = randomNumbers(seed * 977);
  const light = lightAt(random);
  const end: Point[] = [
    [0, 0],
    [page.width, 0],
    [page.width, page.height],
    [0, page.height],
  ];
  const h = homography(corners(random), end);
  const [a, b, c, d, e, f, g, i] = h as [number, number, number, number, number, number, number, number];
  const pixels = Buffer.alloc(sensor.width * sensor.height * 3);
  for (let row = 0, at = 0; row < sensor.height; row++) {
    for (let column = 0; column < sensor.width; column++, at += 3) {
      const [x, y] = [sensor.height - 1 - row, column];
      const w = g * x + i * y + 1;
      const seen = 20 + sampled(page, (a * x + b * y + c) / w, (d * x + e * y + f) / w) * 0.86;
      const value = seen * light(x / sensor.height, y / sensor.width) + (random() + random() + random() - 1.5) * 10;
      pixels[at] = Math.min(Math.max(value, 0), 255);
      pixels[at + 1] = Math.min(Math.max(value * 0.98, 0), 255);
      pixels[at + 2] = Math.min(Math.max(value * 0.9, 0), 255);
    }
  }
  return pixels;
}

/** Photographs a page drawn in SVG: perspective, shadow, noise, a desk around it, JPEG with an EXIF orientation. */
export async function drawPhoto(sharp: Sharp, svg: string, seed: number, file: string): Promise<void> {
  const [width, height] = [Math.round((595 / 72) * PAGE_DENSITY), Math.round((842 / 72) * PAGE_DENSITY)];
  const drawn = sharp(Buffer.from(svg), { density: PAGE_DENSITY }).resize({ width, height, fit: 'fill' }).greyscale();
  const grey = await drawn.raw().toBuffer();
  const pixels = expose({ width, height, grey: grey.subarray(0, width * height) }, seed);
  const raw = { width: sensor.width, height: sensor.height, channels: 3 } as const;
  await sharp(pixels, { raw }).blur(0.6).withMetadata({ orientation: 6 }).jpeg({ quality: 88 }).toFile(file);
}

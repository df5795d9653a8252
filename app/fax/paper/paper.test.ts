import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../grey';
import { resamplePart } from '../resample';
import { turnCorners, WHOLE, type Corners } from './corners';
import { findPaper } from './find-paper';
import { apply, inverse, rectangleOnto } from './homography';
import { frameQuad, isConvex, paperSize, type Quad } from './quad';
import { findSkew, levelFrame } from './skew';

const squareUp = (source: GreyImage, quad: Quad, widthPels: number, scanLines: number): GreyImage =>
  resamplePart(source, quad, { turn: 0, left: 0, top: 0, widthPels, scanLines });

const WIDTH = 600;
const HEIGHT = 800;

/** A picture drawn point by point. */
function drawn(width: number, height: number, value: (x: number, y: number) => number): GreyImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++) pixels[at++] = value(x, y);
  return { width, height, pixels };
}

/** Lines of something like words, in the coordinates of a page of 400 × 566. */
const isPrint = (x: number, y: number): boolean =>
  x > 40 && x < 360 && y > 40 && y < 520 && y % 9 < 4 && (Math.floor(x / 3) * 7 + Math.floor(y / 9)) % 5 < 3;

type Desk = (x: number, y: number) => number;

const plain =
  (value: number): Desk =>
  () =>
    value;
const checks: Desk = (x, y) => ((Math.floor(x / 40) + Math.floor(y / 40)) % 2 === 0 ? 90 : 205);
const stripes: Desk = (x, y) => ((x + y) % 36 < 18 ? 110 : 212);
const grain: Desk = (x, y) => 130 + 40 * Math.sin(x / 5 + 2 * Math.sin(y / 90));
const terrazzo: Desk = (x, y) => ((Math.floor(x / 12) * 7 + Math.floor(y / 12) * 13) % 5 === 0 ? 120 : 205);

/** A printed paper with its corners at `quad`, on a desk, in light that falls off to the right. */
function photo(quad: Quad, desk: Desk, paper = 225): GreyImage {
  const toPage = inverse(rectangleOnto(quad, 400, 566));
  return drawn(WIDTH, HEIGHT, (x, y) => {
    const page = apply(toPage, { x: x + 0.5, y: y + 0.5 });
    const onPaper = page.x >= 0 && page.x < 400 && page.y >= 0 && page.y < 566;
    const value = onPaper ? (isPrint(page.x, page.y) ? 40 : paper) : desk(x, y);
    return value * (1 - (0.4 * x) / WIDTH) + ((x * 31 + y * 17) % 7) - 3;
  });
}

const askew: Quad = [
  { x: 70, y: 60 },
  { x: 530, y: 90 },
  { x: 550, y: 740 },
  { x: 50, y: 720 },
];

const farthest = (a: Quad, b: Quad): number =>
  Math.max(...a.map(({ x, y }, i) => Math.hypot(x - (b[i]?.x ?? 0), y - (b[i]?.y ?? 0))));

describe('a paper on a desk', () => {
  it.each([
    ['dark', plain(50)],
    ['light', plain(170)],
    ['white, and hardly darker than the paper', plain(213)],
    ['checked', checks],
    ['striped', stripes],
    ['of wood', grain],
    ['of terrazzo', terrazzo],
  ])('is found within three pixels where the desk is %s', (_, desk) => {
    const found = findPaper(photo(askew, desk));
    expect(found).not.toBeNull();
    expect(farthest(found ?? WHOLE, askew)).toBeLessThan(3.5);
  });

  it('is found whole where a hard shadow falls across it', () => {
    const { pixels, ...size } = photo(askew, plain(170));
    const isLit = (at: number): boolean => (at % WIDTH) + Math.floor(at / WIDTH) < 700;
    const found = findPaper({ ...size, pixels: pixels.map((value, at) => (isLit(at) ? value : value * 0.55)) });
    expect(farthest(found ?? WHOLE, askew)).toBeLessThan(3.5);
  });

  it('is found where it is darker than the desk', () => {
    const found = findPaper(photo(askew, plain(250), 170));
    expect(found).not.toBeNull();
    expect(farthest(found ?? WHOLE, askew)).toBeLessThan(3.5);
  });

  it('is found where one side runs out of the picture', () => {
    const [a, b] = askew;
    const found = findPaper(photo([a, b, { x: 560, y: 900 }, { x: 40, y: 900 }], plain(60)));
    expect(found?.[0].x).toBeCloseTo(a.x, -1);
    expect(found?.[2].y).toBeGreaterThan(HEIGHT - 5);
  });
});

describe('a page that fills its picture is never cut', () => {
  const scan = (value: (x: number, y: number) => number): GreyImage =>
    drawn(WIDTH, HEIGHT, (x, y) => (isPrint((x * 400) / WIDTH, (y * 566) / HEIGHT) ? 30 : value(x, y)));
  const within = (x: number, y: number): boolean => x > 90 && x < 510 && y > 200 && y < 700;
  it.each([
    ['plain', () => 250],
    ['a dark band across its head', (_: number, y: number) => (y < 130 ? 40 : 250)],
    ['a tinted box', (x: number, y: number) => (within(x, y) ? 190 : 250)],
    ['a dark picture', (x: number, y: number) => (within(x, y) ? 60 + ((x * y) % 50) : 250)],
    ['only shadow', (x: number) => 240 - x / 4],
  ] as const)('with %s', (_, value) => {
    expect(findPaper(scan(value))).toBeNull();
  });

  /** A page of tinted paper, held a little askew, that fills its picture; with a white box on it and print all over. */
  const form = (tint: number): GreyImage => {
    const toPage = inverse(rectangleOnto(levelFrame(WIDTH, HEIGHT, 1.5), 400, 566));
    return drawn(WIDTH, HEIGHT, (x, y) => {
      const page = apply(toPage, { x, y });
      const inBox = page.x > 60 && page.x < 340 && page.y > 120 && page.y < 440;
      const inItsMargin = inBox && (page.x < 80 || page.x > 320 || page.y < 140 || page.y > 420);
      const value = isPrint(page.x, page.y) && !inItsMargin ? 40 : inBox ? 250 : tint;
      return value + ((x * 31 + y * 17) % 7) - 3;
    });
  };
  it.each([240, 228])('with a white box on tinted paper (%i), all of it printed', (tint) => {
    expect(findPaper(form(tint))).toBeNull();
  });

  it('with hard shadows across it, from two sides', () => {
    const lit = (x: number, y: number): number => (x + y / 9 < 420 ? 1 : 0.6) * (y - x / 12 < 500 ? 1 : 0.7);
    const page = scan(() => 240);
    const pixels = page.pixels.map((value, at) => value * lit(at % WIDTH, Math.floor(at / WIDTH)));
    expect(findPaper({ ...page, pixels })).toBeNull();
  });

  it('of one grey', () => {
    expect(findPaper(drawn(WIDTH, HEIGHT, () => 128))).toBeNull();
    expect(findPaper(drawn(3, 2, () => 128))).toBeNull();
  });
});

describe('squaring up', () => {
  it('gives back a picture squared up whole at its own size', () => {
    const picture = drawn(40, 30, (x, y) => (x * 6 + y * 3) & 255);
    expect(squareUp(picture, frameQuad(40, 30), 40, 30)).toEqual(picture);
  });

  it('lays a leaning page straight', () => {
    const straight = squareUp(photo(askew, plain(50)), askew, 400, 566);
    const light = (x: number, y: number): number => straight.pixels[y * 400 + x] ?? 0;
    expect(Math.min(light(3, 3), light(396, 3), light(396, 562), light(3, 562))).toBeGreaterThan(110);
  });

  it('is white outside the picture', () => {
    const picture = drawn(20, 20, () => 0);
    const { pixels } = squareUp(picture, frameQuad(40, 40), 40, 40);
    expect([pixels[0], pixels[39], pixels[40 * 40 - 1]]).toEqual([0, 255, 255]);
  });

  it('keeps within the values of the picture, whatever the corners', () => {
    const point = (x: number, y: number) =>
      fc.record({
        x: fc.double({ min: x - 8, max: x + 8, noNaN: true }),
        y: fc.double({ min: y - 8, max: y + 8, noNaN: true }),
      });
    const quads = fc.tuple(point(5, 5), point(45, 5), point(45, 45), point(5, 45));
    const picture = drawn(50, 50, (x, y) => 100 + ((x + y) % 50));
    fc.assert(
      fc.property(quads, fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }), (quad, width, height) => {
        const { pixels } = squareUp(picture, quad, width, height);
        return pixels.every((value) => value >= 100);
      }),
      { numRuns: 60 },
    );
  });
});

describe('skew', () => {
  const skewed = (degrees: number): GreyImage => {
    const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    return drawn(WIDTH, HEIGHT, (x, y) => {
      const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
      const [u, v] = [dx * cosine + dy * sine + 200, dy * cosine - dx * sine + 283];
      return isPrint(u, v) ? 30 : 250;
    });
  };
  it.each([-4.5, -1, 0.5, 2.7])('of %f° is measured', (degrees) => {
    expect(Math.abs(findSkew(skewed(degrees)) - degrees)).toBeLessThan(0.16);
  });
  it('of a straight page, of none and of an empty one is none', () => {
    expect(findSkew(skewed(0))).toBe(0);
    expect(findSkew(drawn(WIDTH, HEIGHT, (x, y) => ((x * 2_654_435 + y * 97_531 * x) % 251) & 255))).toBe(0);
    expect(findSkew(drawn(WIDTH, HEIGHT, () => 250))).toBe(0);
  });
  it('is taken out without losing a corner', () => {
    const quad = levelFrame(WIDTH, HEIGHT, 3);
    const onPage = inverse(rectangleOnto(quad, 1, 1));
    for (const corner of frameQuad(WIDTH, HEIGHT)) {
      const { x, y } = apply(onPage, corner);
      expect(Math.min(x, y)).toBeGreaterThan(-1e-9);
      expect(Math.max(x, y)).toBeLessThan(1 + 1e-9);
    }
  });
});

describe('corners', () => {
  it('turned all the way round are the same', () => {
    const corners: Corners = [
      { x: 0.1, y: 0.2 },
      { x: 0.8, y: 0.1 },
      { x: 0.9, y: 0.9 },
      { x: 0.2, y: 0.7 },
    ];
    const round = turnCorners(turnCorners(turnCorners(corners, 90), 180), 90);
    expect(farthest(round, corners)).toBeLessThan(1e-12);
    expect(isConvex(turnCorners(corners, 270))).toBe(true);
    expect(turnCorners(WHOLE, 90)).toEqual(WHOLE);
  });
  it('of nearly A4 make A4', () => {
    const { widthPx, heightPx } = paperSize(frameQuad(1000, 1440));
    expect(heightPx / widthPx).toBeCloseTo(Math.SQRT2, 6);
    expect(paperSize(frameQuad(1000, 3000)).heightPx).toBe(3000);
  });
});

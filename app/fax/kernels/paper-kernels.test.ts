import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import compiled from './assembly/index.ts?compiled';
import { close, open } from '../binarise/neighbourhood';
import type { GreyImage } from '../grey';
import type { Quad } from '../paper/quad';
import { plainKernels } from './plain/plain-kernels';
import { type KernelExports, wasmKernels } from './wasm-kernels';

const compiledModule = new WebAssembly.Module(compiled);
const kernels = wasmKernels(() => new WebAssembly.Instance(compiledModule).exports as unknown as KernelExports);

/** Begins a page in memory that was used, so that what was there before can't help. */
function begin(): void {
  kernels.begin(1_000_000);
  kernels.room(3_000_000).fill(0xa5);
  kernels.begin(1_000_000);
}

/** Something light that leans on something darker, with lines on it and grain on all. */
interface Scene {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly lean: number;
  readonly paper: number;
  readonly desk: number;
  readonly grain: number;
  readonly seed: number;
}

function drawn({ width, height, left, top, lean, paper, desk, grain, seed }: Scene): GreyImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [u, v] = [x - left * width - lean * y, y - top * height + lean * x];
      const onPaper = u > 0 && v > 0 && u < 0.7 * width && v < 0.7 * height;
      const isPrint = onPaper && v % 9 < 2 && (u * 7 + v) % 5 < 3;
      const noise = grain === 0 ? 0 : (Math.imul(at + seed, 2_654_435_761) >>> 24) % grain;
      pixels[at] = Math.max((onPaper ? (isPrint ? 40 : paper) : desk) - noise, 0);
    }
  }
  return { width, height, pixels };
}

const part = fc.double({ min: 0, max: 0.4, noNaN: true });
const scenes = (most: number): fc.Arbitrary<GreyImage> =>
  fc
    .record({
      width: fc.integer({ min: 1, max: most }),
      height: fc.integer({ min: 1, max: most }),
      left: part,
      top: part,
      lean: fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      paper: fc.integer({ min: 0, max: 255 }),
      desk: fc.integer({ min: 0, max: 255 }),
      grain: fc.constantFrom(0, 0, 3, 20, 255),
      seed: fc.integer(),
    })
    .map(drawn);

const inset = fc.record({
  x: fc.double({ min: -0.05, max: 0.45, noNaN: true }),
  y: fc.double({ min: -0.05, max: 0.45, noNaN: true }),
});

/** Four corners in a picture, as far as any paper's from its own, or a little outside. */
const corners = fc.tuple(inset, inset, inset, inset).map(([a, b, c, d]) => ({ width, height }: GreyImage): Quad => [
  { x: a.x * width, y: a.y * height },
  { x: (1 - b.x) * width, y: b.y * height },
  { x: (1 - c.x) * width, y: (1 - c.y) * height },
  { x: d.x * width, y: (1 - d.y) * height },
]);

const leaning: Scene = {
  width: 210,
  height: 160,
  left: 0.13,
  top: 0.11,
  lean: 0.04,
  paper: 240,
  desk: 120,
  grain: 4,
  seed: 7,
};
const grainy = { ...leaning, grain: 255 };

describe('WebAssembly finds what the plain kernels find', () => {
  it('of sides that may be a paper’s', () => {
    fc.assert(
      fc.property(scenes(160), (picture) => {
        begin();
        expect(kernels.bestSides(picture)).toEqual(plainKernels.bestSides(picture));
      }),
    );
    for (const scene of [leaning, { ...leaning, paper: 100, desk: 190 }, { ...leaning, top: -0.1 }]) {
      begin();
      const { lighter, darker } = kernels.bestSides(drawn(scene));
      expect([...lighter, ...darker].length).toBeGreaterThan(0);
      expect({ lighter, darker }).toEqual(plainKernels.bestSides(drawn(scene)));
    }
  });

  it('of a paper’s margins', () => {
    const depths = fc.constantFrom([24, 24, 24, 24], [90, 24, 24, 90]);
    fc.assert(
      fc.property(scenes(120), corners, depths, (picture, quadIn, each) => {
        const quad = quadIn(picture);
        const closed = close(picture, 2, plainKernels);
        begin();
        expect(kernels.margins(picture, closed, quad, each)).toEqual(plainKernels.margins(picture, closed, quad, each));
      }),
    );
  });

  it('of how far an edge lies from a side', () => {
    const signs = fc.constantFrom(1 as const, -1 as const);
    fc.assert(
      fc.property(scenes(120), corners, signs, fc.integer({ min: 3, max: 40 }), (picture, quadIn, sign, reach) => {
        const [from, to] = quadIn(picture);
        begin();
        expect(kernels.edgeOffsets(picture, from, to, sign, reach)).toEqual(
          plainKernels.edgeOffsets(picture, from, to, sign, reach),
        );
      }),
    );
  });

  it('of what lies around a paper', () => {
    fc.assert(
      fc.property(scenes(120), corners, (picture, quadIn) => {
        const quad = quadIn(picture);
        const closed = close(picture, 2, plainKernels);
        const opened = open(picture, 2, plainKernels);
        begin();
        expect(kernels.lookAround(picture, closed, opened, quad)).toEqual(
          plainKernels.lookAround(picture, closed, opened, quad),
        );
      }),
    );
  });

  it('of ink, and of how distinct its rows are', () => {
    const same = (picture: GreyImage, degrees: readonly number[]): number => {
      begin();
      const ink = kernels.inkOf(picture);
      expect(ink).toEqual(plainKernels.inkOf(picture));
      expect(kernels.distinctness(ink, degrees)).toEqual(plainKernels.distinctness(ink, degrees));
      return ink.xs.length;
    };
    const angles = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { maxLength: 5 });
    fc.assert(fc.property(scenes(90), angles, (picture, degrees) => void same(picture, degrees)));
    const wild = drawn({ ...grainy, width: 641, height: 480 });
    const points = same(wild, [0, 3]);
    expect(points).toBeGreaterThan(12_000);
    expect(points).toBeLessThanOrEqual(24_000);
  });

  it('of where rows lie in perspective', () => {
    const number = fc.oneof(
      fc.constantFrom(0, 1),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -4000, max: 4000, noNaN: true }),
    );
    const growing = fc.tuple(number, number);
    const boundaries = fc.record({
      perColumn: growing,
      weight: growing,
      place: growing,
      placeByPerColumn: number,
      placeByWeight: number,
      weightPerColumn: number,
    });
    const size = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(boundaries, size, size, (perspective, columns, rows) => {
        begin();
        expect(kernels.sweepBy(perspective, columns, rows)).toEqual(plainKernels.sweepBy(perspective, columns, rows));
      }),
    );
  });
});

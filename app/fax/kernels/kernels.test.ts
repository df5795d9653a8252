import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import compiled from './assembly/index.ts?compiled';
import { rowBytes } from '../bitmap';
import type { GreyImage } from '../grey';
import { knotsOf, type Sweep } from './kernels';
import { plainKernels } from './plain/plain-kernels';
import { type KernelExports, wasmKernels } from './wasm-kernels';

const compiledModule = new WebAssembly.Module(compiled);
const kernels = wasmKernels(() => new WebAssembly.Instance(compiledModule).exports as unknown as KernelExports);
kernels.begin(1_000_000);

/** Grey that is sometimes smooth and sometimes wild, from a seed. */
function pixelsOf(length: number, seed: number): Uint8Array {
  const pixels = new Uint8Array(length).fill(seed);
  if ((seed & 3) !== 0) for (let i = 0; i < length; i++) pixels[i] = Math.imul(i + seed, 2_654_435_761) >>> 24;
  return pixels;
}

const sizes = (most: number) =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }), fc.integer());
const images = (most: number): fc.Arbitrary<GreyImage> =>
  sizes(most).map(([width, height, seed]) => ({ width, height, pixels: pixelsOf(width * height, seed) }));

/** Copies, because the kernels' memory is used again. */
const copied = (image: GreyImage): GreyImage => ({ ...image, pixels: image.pixels.slice() });

const bytesOf = (array: Uint8Array | Uint32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Where two arrays first differ, -1 where they don't: much faster than comparing them as values. */
const firstDifference = (one: Uint8Array, other: Uint8Array): number =>
  one.length === other.length ? one.findIndex((byte, i) => byte !== other[i]) : Math.min(one.length, other.length);

/** Runs on memory that was used, so that what was there before can't help. */
function same<T extends object>(made: () => T, wanted: () => T): void {
  kernels.begin(1_000_000);
  kernels.room(50_000).fill(0xa5);
  kernels.begin(1_000_000);
  const [one, other] = [made(), wanted()];
  if (one instanceof Uint8Array || one instanceof Uint32Array) {
    expect(firstDifference(bytesOf(one), bytesOf(other as typeof one))).toBe(-1);
    return;
  }
  const { pixels, ...size } = { pixels: new Uint8Array(), ...one };
  const { pixels: wantedPixels, ...wantedSize } = { pixels: new Uint8Array(), ...other };
  expect(size).toEqual(wantedSize);
  expect(firstDifference(pixels, wantedPixels)).toBe(-1);
}

/** Boundaries that run anyhow: straight, leaning, upside down, crowded, far apart, outside. */
const sweeps: fc.Arbitrary<(columns: number, rows: number) => Sweep> = fc
  .record({
    origin: fc.integer({ min: -200_000, max: 300_000 }),
    perRow: fc.oneof(fc.constant(4096), fc.integer({ min: -40_000, max: 40_000 })),
    perKnot: fc.oneof(fc.constant(0), fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -2e6, max: 2e6 })),
    wild: fc.oneof(fc.constant(0), fc.constant(0), fc.constant(2 ** 20)),
  })
  .map(({ origin, perRow, perKnot, wild }) => (columns, rows) => {
    const knots = knotsOf(columns);
    const positions = Int32Array.from({ length: (rows + 1) * knots }, (_, i) => {
      const [row, knot] = [Math.floor(i / knots), i % knots];
      return origin + row * perRow + knot * perKnot + (wild > 0 ? (Math.imul(i + 1, 2_654_435_761) >> 3) % wild : 0);
    });
    return { columns, rows, positions };
  });

describe('WebAssembly gives the bits of the plain kernels', () => {
  it('when it sweeps', () => {
    const rows = fc.integer({ min: 1, max: 300 });
    const leftPart = fc.double({ min: 0, max: 0.99, noNaN: true });
    const cases = fc.tuple(images(100), leftPart, rows, fc.integer({ min: 1, max: 70 }), fc.boolean());
    fc.assert(
      fc.property(cases, sweeps, sweeps, ([image, part, downRows, acrossRows, transposed], downOf, acrossOf) => {
        const left = Math.floor(image.width * part);
        const [down, across] = [downOf(image.width - left, downRows), acrossOf(downRows, acrossRows)];
        same(
          () => copied(kernels.sweep(image, left, down, across, transposed)),
          () => plainKernels.sweep(image, left, down, across, transposed),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('when it folds', () => {
    const keeps = fc.constantFrom('lightest' as const, 'darkest' as const);
    fc.assert(
      fc.property(images(60), fc.integer({ min: 0, max: 9 }), keeps, (image, radius, keep) =>
        same(
          () => copied(kernels.fold(image, radius, keep)),
          () => plainKernels.fold(image, radius, keep),
        ),
      ),
    );
  });

  it('when it takes means', () => {
    fc.assert(
      fc.property(images(90), fc.constantFrom(2 as const, 4 as const), (image, lines) =>
        same(
          () => copied(kernels.means(image, lines)),
          () => plainKernels.means(image, lines),
        ),
      ),
    );
  });

  it('when it makes small copies', () => {
    fc.assert(
      fc.property(
        images(90),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5 }),
        (image, scale, samples) =>
          same(
            () => copied(kernels.coarse(image, scale, samples)),
            () => plainKernels.coarse(image, scale, samples),
          ),
      ),
    );
  });

  it('when it codes pages', () => {
    const pages = fc.record({
      widthPels: fc.integer({ min: 1, max: 300 }),
      scanLines: fc.integer({ min: 1, max: 12 }),
      seed: fc.integer(),
      sparse: fc.constantFrom(0, 1, 3, 8, 40),
      dense: fc.boolean(),
    });
    fc.assert(
      fc.property(pages, ({ widthPels, scanLines, seed, sparse, dense }) => {
        const stride = rowBytes(widthPels);
        const beyond = 0xff << (8 - (((widthPels - 1) & 7) + 1));
        const rows = pixelsOf(stride * scanLines, seed | 1).map((value, i, all) => {
          const kept = sparse === 0 || (all[(i * 7 + 3) % all.length] ?? 0) % sparse === 0 ? value : 0;
          return (dense ? ~kept : kept) & (i % stride === stride - 1 ? beyond : 0xff);
        });
        const bitmap = { widthPels, scanLines, rows };
        same(
          () => kernels.encodeT6(bitmap),
          () => plainKernels.encodeT6(bitmap),
        );
      }),
      { numRuns: 300 },
    );
    const long = { widthPels: 9000, scanLines: 3, rows: new Uint8Array(3375) };
    long.rows.fill(0xff, 1125, 2250);
    expect(kernels.encodeT6(long)).toEqual(plainKernels.encodeT6(long));
  });

  it('when it normalises', () => {
    fc.assert(
      fc.property(images(100), fc.constantFrom(8, 16), fc.integer(), (image, lines, seed) => {
        const [width, height] = [Math.ceil(image.width / 16), Math.ceil(image.height / lines)];
        const paper = { width, height, pixels: pixelsOf(width * height, seed).map((value) => Math.max(value, 1)) };
        same(
          () => copied(kernels.normalise(image, paper, lines)),
          () => plainKernels.normalise(image, paper, lines),
        );
      }),
    );
  });

  it('when it counts and thresholds', () => {
    fc.assert(
      fc.property(
        images(70),
        fc.integer({ min: -5, max: 260 }),
        fc.integer({ min: 1, max: 5 }),
        (image, level, every) => {
          same(
            () => kernels.histogram(image, every),
            () => plainKernels.histogram(image, every),
          );
          same(
            () => kernels.threshold(image, level),
            () => plainKernels.threshold(image, level),
          );
        },
      ),
    );
  });

  it('when it halftones', () => {
    const tones = fc.tuple(fc.integer({ min: 1, max: 255 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(images(70), tones, (image, [range, from]) => {
        const tone = Uint8Array.from({ length: 256 }, (_, value) =>
          Math.min((Math.max(value - from, 0) * 255) / range, 255),
        );
        same(
          () => kernels.diffuse(image, tone),
          () => plainKernels.diffuse(image, tone),
        );
      }),
    );
  });

  it('when it makes grey of colours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer(), fc.boolean(), (count, seed, opaque) => {
        const colours = pixelsOf(count * 4, seed).map((value, i) => (opaque && i % 4 === 3 ? 255 : value));
        const grey = (using: typeof kernels): Uint8Array => {
          const into = new Uint8Array(count);
          using.luma(colours, [77, 150, 29], into);
          return into;
        };
        same(
          () => grey(kernels),
          () => grey(plainKernels),
        );
      }),
    );
  });

  it('when it makes colours of grey', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer(), (count, seed) => {
        const grey = pixelsOf(count, seed);
        same(
          () => kernels.rgba(grey),
          () => plainKernels.rgba(grey),
        );
        expect([...plainKernels.rgba(Uint8Array.of(0, 7))]).toEqual([0, 0, 0, 255, 7, 7, 7, 255]);
      }),
    );
  });

  it('when there is no room for more', () => {
    const image = { width: 8000, height: 4000, pixels: new Uint8Array(32_000_000).fill(9) };
    kernels.begin(1000);
    expect(kernels.threshold(image, 10).rows.every((byte) => byte === 0xff)).toBe(true);
  });
});

it('where only one picture is needed it stays as it was, and all other room is given out again', () => {
  kernels.begin(100_000);
  const others = [kernels.room(3000), kernels.room(2000)];
  const picture = { width: 30, height: 10, pixels: kernels.room(300).fill(7) };
  const last = kernels.room(500);
  kernels.only(picture);
  const next = [kernels.room(4900).fill(1), kernels.room(90_000).fill(2), kernels.room(40).fill(3)];
  expect(next.map((room) => room.byteOffset)).toEqual([others[0]?.byteOffset, last.byteOffset, expect.any(Number)]);
  expect([picture.pixels, ...next].map((room) => new Set(room))).toEqual([7, 1, 2, 3].map((one) => new Set([one])));
});

it('a picture that lies elsewhere stays there where only it is needed', () => {
  const picture = { width: 2, height: 1, pixels: Uint8Array.of(3, 4) };
  kernels.begin(1000);
  const room = kernels.room(100).fill(5);
  kernels.only(picture);
  expect(kernels.room(100).byteOffset).not.toBe(room.byteOffset);
  expect(picture.pixels).toEqual(Uint8Array.of(3, 4));
});

it('a page begins without what was free in the one before', () => {
  kernels.begin(100_000);
  kernels.room(5000);
  kernels.only({ width: 10, height: 5, pixels: kernels.room(50) });
  kernels.begin(100_000);
  const [one, other] = [kernels.room(3000).fill(1), kernels.room(3000).fill(2)];
  expect(other.byteOffset).toBeGreaterThan(one.byteOffset);
  expect(one.every((byte) => byte === 1)).toBe(true);
});

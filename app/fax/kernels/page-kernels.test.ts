import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBitmap, paintRun, rowBytes, type FaxBitmap } from '../bitmap';
import type { GreyImage } from '../grey';
import compiled from './assembly/index.ts?compiled';
import { plainKernels } from './plain/plain-kernels';
import { type KernelExports, wasmKernels } from './wasm-kernels';

const compiledModule = new WebAssembly.Module(compiled);

const compiledKernels = wasmKernels(() => new WebAssembly.Instance(compiledModule).exports as unknown as KernelExports);

/** What a kernel makes, on memory that was used, so that what was there before can't help. */
function onUsedMemory<T>(make: () => T): T {
  compiledKernels.begin(1_000_000);
  compiledKernels.room(100_000).fill(0xa5);
  compiledKernels.begin(1_000_000);
  return make();
}

/** Bytes that look random, from a seed. */
const wildBytes = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => Math.imul(i + 1, seed | 1) ^ (Math.imul(i ^ seed, 2_654_435_761) >>> 24));

/** Expects two arrays to be the same: much faster than comparing them as values. */
function expectSame(one: ArrayLike<number>, other: ArrayLike<number>): void {
  const [values, wanted] = [Array.from(one), Array.from(other)];
  expect(values.length).toBe(wanted.length);
  expect(values.findIndex((value, i) => value !== wanted[i])).toBe(-1);
}

/** Pages of noise, and of boxes of all sizes: letters, specks, rules, large black. */
const bitmaps: fc.Arbitrary<FaxBitmap> = fc
  .record({
    widthPels: fc.integer({ min: 1, max: 300 }),
    scanLines: fc.integer({ min: 1, max: 90 }),
    seed: fc.integer(),
    noise: fc.constantFrom(0, 0, 1, 2, 3, 4),
    boxes: fc.array(
      fc.tuple(fc.nat(300), fc.nat(90), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 })),
      {
        maxLength: 60,
      },
    ),
  })
  .map(({ widthPels, scanLines, seed, noise, boxes }) => {
    const { rows } = blankBitmap(widthPels, scanLines);
    const stride = rowBytes(widthPels);
    for (let pass = 0; pass < noise; pass++) {
      const bytes = wildBytes(rows.length, seed + pass);
      for (let i = 0; i < rows.length; i++) rows[i] = pass === 0 ? (bytes[i] ?? 0) : (rows[i] ?? 0) & (bytes[i] ?? 0);
    }
    const beyond = 0xff << (stride * 8 - widthPels);
    for (let last = stride - 1; last < rows.length; last += stride) rows[last] = (rows[last] ?? 0) & beyond;
    for (const [left, top, width, height] of boxes) {
      for (let y = top; y < Math.min(top + height, scanLines); y++)
        paintRun(rows, y * stride, Math.min(left, widthPels), Math.min(left + width, widthPels));
    }
    return { widthPels, scanLines, rows };
  });

/** Noise, smooth or rough, and now and then all the same. */
const greys = (most: number): fc.Arbitrary<GreyImage> =>
  fc
    .record({
      width: fc.integer({ min: 1, max: most }),
      height: fc.integer({ min: 1, max: most }),
      seed: fc.integer(),
      range: fc.constantFrom(1, 16, 256),
    })
    .map(({ width, height, seed, range }) => ({
      width,
      height,
      pixels: wildBytes(width * height, seed).map((value) => (value % range) + ((seed & 255) % (257 - range))),
    }));

describe('WebAssembly gives the bits of the plain kernels', () => {
  it('when it counts black pels', () => {
    fc.assert(
      fc.property(bitmaps, fc.double({ min: 0, max: 1, noNaN: true }), (bitmap, part) => {
        const lines = Math.floor(bitmap.scanLines * part);
        expect(onUsedMemory(() => compiledKernels.blackPels(bitmap, lines))).toBe(
          plainKernels.blackPels(bitmap, lines),
        );
      }),
    );
    expect(plainKernels.blackPels({ widthPels: 11, scanLines: 2, rows: Uint8Array.of(255, 96, 1, 128) }, 1)).toBe(10);
  });

  it('when it measures letters', () => {
    const letters = fc.record({
      bandLines: fc.integer({ min: 1, max: 80 }),
      leastLines: fc.integer({ min: 1, max: 5 }),
      largest: fc.integer({ min: 1, max: 60 }),
      fewest: fc.integer({ min: 0, max: 4 }),
      most: fc.integer({ min: 4, max: 100 }),
    });
    fc.assert(
      fc.property(bitmaps, letters, (bitmap, sought) =>
        expectSame(
          onUsedMemory(() => compiledKernels.letterHeights(bitmap, sought)),
          plainKernels.letterHeights(bitmap, sought),
        ),
      ),
      { numRuns: 300 },
    );
  });

  it('when it looks for specks', () => {
    const specks = fc.record({
      largest: fc.constantFrom(1, 2),
      across: fc.integer({ min: 2, max: 70 }),
      down: fc.integer({ min: 2, max: 24 }),
    });
    fc.assert(
      fc.property(bitmaps, specks, (bitmap, sought) =>
        expectSame(
          onUsedMemory(() => compiledKernels.loneSpecks(bitmap, sought)),
          plainKernels.loneSpecks(bitmap, sought),
        ),
      ),
      { numRuns: 300 },
    );
  });

  it('when it cleans edges', () => {
    fc.assert(
      fc.property(bitmaps, fc.nat(20), fc.nat(20), (bitmap, across, down) => {
        const most = Math.min(across, bitmap.widthPels - 1);
        const clean = onUsedMemory(() => compiledKernels.cleanEdges(bitmap, most, down));
        expectSame(clean.rows, plainKernels.cleanEdges(bitmap, most, down).rows);
      }),
    );
  });

  it('when it puts bitmaps on pages', () => {
    fc.assert(
      fc.property(
        bitmaps,
        fc.tuple(fc.nat(20), fc.nat(20), fc.nat(3), fc.nat(3)),
        (bitmap, [left, right, top, below]) => {
          const size = [bitmap.widthPels + left + right, bitmap.scanLines + top + below] as const;
          const page = onUsedMemory(() => compiledKernels.putOnPage(bitmap, left, top, ...size));
          expectSame(page.rows, plainKernels.putOnPage(bitmap, left, top, ...size).rows);
        },
      ),
    );
  });

  it('when it looks at cells', () => {
    fc.assert(
      fc.property(greys(60), fc.constantFrom('lightest' as const, 'darkest' as const), (blocks, keep) => {
        const cells = onUsedMemory(() => compiledKernels.extremes(blocks, keep));
        const wanted = plainKernels.extremes(blocks, keep);
        expect([cells.width, cells.height]).toEqual([wanted.width, wanted.height]);
        expectSame(cells.pixels, wanted.pixels);
      }),
    );
  });

  it('when it softens and marks', () => {
    fc.assert(
      fc.property(greys(60), fc.boolean(), fc.double({ min: -1, max: 257, noNaN: true }), (image, yes, level) => {
        expectSame(
          onUsedMemory(() => compiledKernels.soften(image, yes)).pixels,
          plainKernels.soften(image, yes).pixels,
        );
        const where = yes ? 'below' : 'from';
        for (const at of [level, Math.round(level)])
          expectSame(
            onUsedMemory(() => compiledKernels.mark(image, where, at)).pixels,
            plainKernels.mark(image, where, at).pixels,
          );
      }),
    );
  });

  it('when it tells regions, and how they look', () => {
    const tolerances = fc.double({ min: 0, max: 90, noNaN: true });
    fc.assert(
      fc.property(greys(60), fc.constantFrom(60, 128, 200), tolerances, (blocks, level, tolerance) => {
        const lightest = plainKernels.extremes(blocks, 'lightest');
        const { width: columns, height: rows } = lightest;
        const cells = wildBytes(columns * rows, blocks.width).map((value) => (value < level ? 1 : 0));
        const mask = { columns, rows, cells };
        for (const value of [0, 1] as const) {
          const wanted = plainKernels.regions(mask, value);
          const regions = onUsedMemory(() => compiledKernels.regions(mask, value));
          expect(regions.length).toBe(wanted.length);
          regions.forEach((region, i) => expectSame(region, wanted[i] ?? []));
          for (const region of wanted)
            expect(onUsedMemory(() => compiledKernels.texture(blocks, lightest, region, tolerance))).toEqual(
              plainKernels.texture(blocks, lightest, region, tolerance),
            );
        }
      }),
    );
  });
});

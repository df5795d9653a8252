import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import compiled from '../fax/kernels/assembly/index.ts?compiled';
import { type KernelExports, wasmKernels } from '../fax/kernels/wasm-kernels';
import { readPngPixels } from './png-pixels';

const module = new WebAssembly.Module(compiled);
const kernels = wasmKernels(() => new WebAssembly.Instance(module).exports as unknown as KernelExports);

const u32 = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const chunk = (type: string, data: Iterable<number>): number[] => {
  const all = [...data];
  return [...u32(all.length), ...Array.from(type, (letter) => letter.charCodeAt(0)), ...all, 0, 0, 0, 0];
};
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

interface Rows {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly depth: number;
  /** Of each row. */
  readonly filters: readonly number[];
  readonly samples: Uint8Array;
  readonly level: number;
}

const samplesOf = ({ kind }: Pick<Rows, 'kind'>): number => ({ 0: 1, 2: 3, 3: 1, 6: 4 })[kind] ?? 1;
const rowBytesOf = (rows: Rows): number => Math.ceil((rows.width * samplesOf(rows) * rows.depth) / 8);

/** Rows as they are written: each byte less what the filter foretells (PNG §9.2). */
function filtered(rows: Rows): Uint8Array {
  const [bytes, step] = [rowBytesOf(rows), samplesOf(rows)];
  const target: number[] = [];
  for (let y = 0; y < rows.height; y++) {
    const filter = rows.filters[y % rows.filters.length] ?? 0;
    target.push(filter);
    for (let i = 0; i < bytes; i++) {
      const at = (x: number, row: number): number => (x < 0 || row < 0 ? 0 : (rows.samples[row * bytes + x] ?? 0));
      const [a, b, c] = [at(i - step, y), at(i, y - 1), at(i - step, y - 1)];
      const p = a + b - c;
      const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
      const foretold = [0, a, b, (a + b) >> 1, pa <= pb && pa <= pc ? a : pb <= pc ? b : c][filter] ?? 0;
      target.push((at(i, y) - foretold) & 255);
    }
  }
  return Uint8Array.from(target);
}

const PALETTE = Array.from({ length: 768 }, (_, i) => (i * 7) & 255);

function pngOf(rows: Rows, change: (data: Uint8Array) => Uint8Array = (data) => data): Uint8Array {
  const header = [...u32(rows.width), ...u32(rows.height), rows.depth, rows.kind, 0, 0, 0];
  const data = change(Uint8Array.from(deflateSync(filtered(rows), { level: rows.level })));
  const half = data.length >> 1;
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', header),
    ...(rows.kind === 3 ? chunk('PLTE', PALETTE) : []),
    ...chunk('IDAT', data.subarray(0, half)),
    ...chunk('IDAT', data.subarray(half)),
    ...chunk('IEND', []),
  ]);
}

function wanted(rows: Rows): Uint8Array {
  const [bytes, channels] = [rowBytesOf(rows), samplesOf(rows)];
  return Uint8Array.from({ length: rows.width * rows.height }, (_, pixel) => {
    const [x, y] = [pixel % rows.width, Math.floor(pixel / rows.width)];
    const bit = x * channels * rows.depth;
    const byte = (i: number): number => rows.samples[y * bytes + (bit >> 3) + i] ?? 0;
    const value = (byte(0) >> (8 - rows.depth - (bit & 7))) & (2 ** rows.depth - 1);
    if (rows.kind === 0) return Math.round((value * 255) / (2 ** rows.depth - 1));
    const [red = 0, green = 0, blue = 0] =
      rows.kind === 3 ? PALETTE.slice(3 * value, 3 * value + 3) : [byte(0), byte(1), byte(2)];
    const grey = Math.floor((77 * red + 150 * green + 29 * blue + 128) / 256);
    return rows.kind === 6 ? 255 - Math.floor(((255 - grey) * byte(3) + 127) / 255) : grey;
  });
}

const anyRows: fc.Arbitrary<Rows> = fc
  .record({
    width: fc.integer({ min: 1, max: 60 }),
    height: fc.integer({ min: 1, max: 30 }),
    form: fc.constantFrom<[number, number]>([0, 1], [0, 2], [0, 4], [0, 8], [2, 8], [3, 1], [3, 4], [3, 8], [6, 8]),
    filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
    seed: fc.integer(),
    flat: fc.integer({ min: 1, max: 400 }),
    level: fc.constantFrom(0, 1, 6, 9),
  })
  .map(({ width, height, form: [kind, depth], filters, seed, flat, level }) => {
    const samples = Uint8Array.from(
      { length: width * 4 * height },
      (_, i) => Math.imul(Math.floor(i / flat) + seed, 2_654_435_761) >>> 24,
    );
    return { width, height, kind, depth, filters, level, samples };
  });

/** On memory that was used. */
function decoded(png: Uint8Array): Uint8Array | null {
  const pixels = readPngPixels(png);
  if (pixels === null) return null;
  kernels.begin(200_000);
  kernels.room(190_000).fill(0xa5);
  kernels.begin(200_000);
  return kernels.pngGrey(pixels)?.pixels.slice() ?? null;
}

describe('a PNG', () => {
  it('comes out in grey, however it is filtered and deflated', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(decoded(pngOf(rows))).toEqual(wanted(rows));
      }),
    );
  });

  it('comes out in grey where its codes are long and its runs are far', () => {
    const samples = Uint8Array.from({ length: 300 * 200 }, (_, i) => ((i * i * i) % 251) & (i % 7 ? 63 : 255));
    const rows: Rows = { width: 300, height: 200, kind: 0, depth: 8, filters: [0], level: 9, samples };
    expect(decoded(pngOf(rows))).toEqual(wanted(rows));
  });

  it('is left to others where its data are damaged', () => {
    const damage = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }), lost: fc.nat(20) });
    fc.assert(
      fc.property(anyRows, damage, (rows, { at, by, lost }) => {
        const change = (data: Uint8Array): Uint8Array => {
          const cut = data.slice(0, Math.max(data.length - lost, 1));
          cut[at % cut.length] = (cut[at % cut.length] ?? 0) ^ by;
          return cut;
        };
        const made = decoded(pngOf(rows, change));
        // The first two bytes have bits that mean nothing here.
        expect(made === null || firstDifference(made, wanted(rows)) < 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is left to others where it is interlaced, of 16 bits, cut, or has a transparent colour', () => {
    const rows: Rows = { width: 4, height: 4, kind: 0, depth: 8, filters: [0], level: 6, samples: new Uint8Array(16) };
    const png = pngOf(rows);
    expect(decoded(png.with(28, 1))).toBeNull();
    expect(decoded(png.with(24, 16))).toBeNull();
    for (let length = 0; length < png.length - 12; length++) expect(decoded(png.subarray(0, length))).toBeNull();
    const transparent = [...png.slice(0, 33), ...chunk('tRNS', [0, 0]), ...png.slice(33)];
    expect(decoded(Uint8Array.from(transparent))).toBeNull();
  });
});

const firstDifference = (one: Uint8Array, other: Uint8Array): number => one.findIndex((byte, i) => byte !== other[i]);

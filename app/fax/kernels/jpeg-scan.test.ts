import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import compiled from './assembly/index.ts?compiled';
import { huffmanTable, type JpegScan } from './jpeg-scan';
import { type JpegSteps, jpegSteps } from './jpeg-steps';
import { plainKernels } from './plain/plain-kernels';
import { type KernelExports, wasmKernels } from './wasm-kernels';

const module = new WebAssembly.Module(compiled);
const kernels = wasmKernels(() => new WebAssembly.Instance(module).exports as unknown as KernelExports);

/** First coefficients of 0 to 11 bits, by codes of 2 to 9 bits (T.81 Table K.3). */
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcSymbols = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** The others: an end of block, few zeros by short codes and many by long ones. */
const acCounts = [0, 1, 2, 1, 0, 1, 1, 0, 0, 2, 2, 0, 0, 0, 2, 8];
const acSymbols = [
  0x00, 0x01, 0x02, 0x03, 0x11, 0x12, 0xf0, 0x04, 0x05, 0x21, 0x31, 0x06, 0x0a, 0xf1, 0x41, 0x51, 0x61,
];

const dc = huffmanTable(dcCounts, dcSymbols) ?? new Int32Array();
const ac = huffmanTable(acCounts, acSymbols) ?? new Int32Array();

/** Each symbol's code, as text of 0 and 1. */
function codesOf(counts: readonly number[], symbols: readonly number[]): Map<number, string> {
  const codes = new Map<number, string>();
  let code = 0;
  let next = 0;
  counts.forEach((count, i) => {
    for (let k = 0; k < count; k++) codes.set(symbols[next++] ?? 0, (code++).toString(2).padStart(i + 1, '0'));
    code *= 2;
  });
  return codes;
}

const dcCodes = codesOf(dcCounts, dcSymbols);
const acCodes = codesOf(acCounts, acSymbols);

function valueBits(value: number): string {
  if (value === 0) return '';
  const size = Math.abs(value).toString(2).length;
  return (value < 0 ? value + 2 ** size - 1 : value).toString(2).padStart(size, '0');
}

/** A block: how its first coefficient differs from the last block's, and which symbol each other comes by, with its value's bits. */
interface Block {
  readonly first: number;
  readonly others: readonly { symbol: number; rest: number }[];
}

function bitsOf({ first, others }: Block): string {
  let text = (dcCodes.get(valueBits(first).length) ?? '') + valueBits(first);
  let k = 1;
  for (const { symbol, rest } of others) {
    if (symbol === 0 || k + (symbol >> 4) >= 64) break;
    k += (symbol >> 4) + 1;
    const size = symbol & 15;
    text += acCodes.get(symbol) ?? '';
    if (size > 0) text += (rest & (2 ** size - 1)).toString(2).padStart(size, '0');
  }
  return k < 64 ? text + (acCodes.get(0) ?? '') : text;
}

/** The last byte is filled up by ones; after each FF a 0 is stuffed (T.81 §F.1.2.3). */
function bytesOf(text: string): number[] {
  const filled = text.padEnd(Math.ceil(text.length / 8) * 8, '1');
  return Array.from({ length: filled.length / 8 }, (_, i) => parseInt(filled.slice(i * 8, i * 8 + 8), 2)).flatMap(
    (byte) => (byte === 0xff ? [0xff, 0] : [byte]),
  );
}

const END_OF_IMAGE = [0xff, 0xd9];

const blocks: fc.Arbitrary<Block> = fc.record({
  first: fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -2047, max: 2047 })),
  others: fc.array(fc.record({ symbol: fc.constantFrom(...acSymbols), rest: fc.nat(1023) }), { maxLength: 40 }),
});

const steps = (step: number): JpegSteps => jpegSteps(Array<number>(64).fill(step));

const scans: fc.Arbitrary<JpegScan> = fc
  .record({
    width: fc.integer({ min: 1, max: 50 }),
    height: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom<readonly [number, number]>([1, 1], [2, 1], [2, 2]),
    isColour: fc.boolean(),
    restartUnits: fc.integer({ min: 0, max: 5 }),
    step: fc.constantFrom(1, 3, 16, 255, 60_000),
    made: fc.array(blocks, { minLength: 1, maxLength: 12 }),
  })
  .map(({ width, height, unit, isColour, restartUnits, step, made }) => {
    const [across, down] = isColour ? unit : ([1, 1] as const);
    const units = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
    const inUnit = across * down + (isColour ? 2 : 0);
    const bytes: number[] = [];
    const every = restartUnits || units;
    for (let unit = 0; unit < units; unit += every) {
      const count = Math.min(every, units - unit) * inUnit;
      const some = Array.from({ length: count }, (_, i) => made[(unit + i) % made.length] as Block);
      if (unit > 0) bytes.push(0xff, 0xd0 + ((unit / every - 1) & 7));
      bytes.push(...bytesOf(some.map(bitsOf).join('')));
    }
    const pair = [dc, ac] as const;
    const tables = isColour ? [pair, pair, pair] : [pair];
    return {
      ...{ width, height, across, down, isColour, tables, steps: steps(step), restartUnits },
      bytes: Uint8Array.from([...bytes, ...END_OF_IMAGE]),
    };
  });

/** Decoded by both kernels, on memory that was used. */
function decoded(scan: JpegScan): { wasm: Uint8Array | null; plain: Uint8Array | null } {
  kernels.begin(100_000);
  kernels.room(60_000).fill(0xa5);
  kernels.begin(100_000);
  const [wasm, plain] = [kernels.jpegLuma(scan), plainKernels.jpegLuma(scan)];
  return { wasm: wasm && wasm.pixels.slice(), plain: plain && plain.pixels };
}

describe('the luma of a JPEG', () => {
  it('is the same in WebAssembly', () => {
    fc.assert(
      fc.property(scans, (scan) => {
        const { wasm, plain } = decoded(scan);
        expect(plain).not.toBeNull();
        expect(wasm).toEqual(plain);
      }),
    );
  });

  it('is the same, or as damaged, where bytes are changed, lost or made up', () => {
    const damage = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }), lost: fc.nat(40) });
    fc.assert(
      fc.property(scans, damage, (scan, { at, by, lost }) => {
        const bytes = scan.bytes.slice(0, Math.max(scan.bytes.length - lost, 0));
        if (bytes.length > 0) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
        const { wasm, plain } = decoded({ ...scan, bytes });
        expect(wasm).toEqual(plain);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends with the image, whatever comes after it', () => {
    fc.assert(
      fc.property(scans, fc.uint8Array({ maxLength: 40 }), (scan, after) => {
        const { wasm, plain } = decoded({ ...scan, bytes: Uint8Array.from([...scan.bytes, ...after]) });
        expect(wasm).toEqual(decoded(scan).wasm);
        expect(plain).toEqual(wasm);
      }),
    );
  });

  it('is damaged where the image has no end', () => {
    fc.assert(
      fc.property(scans, (scan) => {
        const { wasm, plain } = decoded({ ...scan, bytes: scan.bytes.slice(0, -END_OF_IMAGE.length) });
        expect([wasm, plain]).toEqual([null, null]);
      }),
    );
  });

  it('has its next block where sixteen zeros lead beyond the last place of one', () => {
    const few = { first: 40, others: Array.from({ length: 52 }, () => ({ symbol: 0x01, rest: 1 })) };
    const end = acCodes.get(0) ?? '';
    const beyond = bitsOf(few).slice(0, -end.length) + (acCodes.get(0xf0) ?? '');
    const scan: JpegScan = {
      ...{ width: 16, height: 8, across: 1, down: 1, isColour: false, restartUnits: 0, tables: [[dc, ac]] },
      ...{ steps: steps(1), bytes: Uint8Array.from([...bytesOf(beyond + bitsOf(few)), ...END_OF_IMAGE]) },
    };
    const { wasm, plain } = decoded(scan);
    expect(plain).not.toBeNull();
    expect(wasm).toEqual(plain);
  });

  it('of blocks without detail is an eighth of the first coefficient, from the middle on', () => {
    const bits = bitsOf({ first: 40, others: [] }) + bitsOf({ first: -60, others: [] });
    const scan: JpegScan = {
      ...{ width: 12, height: 3, across: 1, down: 1, isColour: false, restartUnits: 0 },
      ...{ tables: [[dc, ac]], steps: steps(4), bytes: Uint8Array.from([...bytesOf(bits), ...END_OF_IMAGE]) },
    };
    const row = [...Array<number>(8).fill(128 + 20), ...Array<number>(4).fill(128 - 10)];
    expect(decoded(scan).wasm).toEqual(Uint8Array.from([...row, ...row, ...row]));
  });
});

/** One row or column of T.81's inverse transform, as it is defined (§A.3.3). */
const exactly = (values: readonly number[]): number[] =>
  values.map((_, x) =>
    values.reduce(
      (sum, value, u) => sum + (value * (u === 0 ? Math.SQRT1_2 : 1) * Math.cos(((2 * x + 1) * u * Math.PI) / 16)) / 2,
      0,
    ),
  );
const turned = (block: readonly (readonly number[])[]): number[][] =>
  block.map((_, i) => block.map((row) => row[i] ?? 0));

/** The 64 pixels of the only block. */
function exactPixels({ first, others }: Block, step: number): number[] {
  const block = Array<number>(64).fill(0);
  block[0] = first * step;
  let k = 0;
  for (const { symbol, rest } of others) {
    if (symbol === 0 || k + 1 + (symbol >> 4) >= 64) break;
    k += (symbol >> 4) + 1;
    const size = symbol & 15;
    const bits = rest & (2 ** size - 1);
    const value = size > 0 && bits < 2 ** (size - 1) ? bits - 2 ** size + 1 : bits;
    block[(jpegSteps([]).places[k] ?? 0) / 2] = value * step;
  }
  const rows = Array.from({ length: 8 }, (_, y) => exactly(block.slice(8 * y, 8 * y + 8)));
  return turned(turned(rows).map(exactly))
    .flat()
    .map((value) => Math.min(Math.max(value + 128, 0), 255));
}

describe('a block of a JPEG', () => {
  it('is transformed to the nearest grey or the one beside it, but for what no picture holds', () => {
    const symbols = fc.constantFrom(...acSymbols.filter((symbol) => symbol !== 0x0a));
    const block = fc.record({
      first: fc.integer({ min: -100, max: 100 }),
      others: fc.array(fc.record({ symbol: symbols, rest: fc.nat(63) }), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(block, fc.constantFrom(1, 2, 4), (made, step) => {
        const scan: JpegScan = {
          ...{ width: 8, height: 8, across: 1, down: 1, isColour: false, restartUnits: 0 },
          ...{ tables: [[dc, ac]], steps: steps(step) },
          bytes: Uint8Array.from([...bytesOf(bitsOf(made)), ...END_OF_IMAGE]),
        };
        const exact = exactPixels(made, step);
        decoded(scan).wasm?.forEach((value, i) => expect(Math.abs(value - (exact[i] ?? 0))).toBeLessThan(1.1));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a table of Huffman codes', () => {
  it('can’t hold more codes than there are', () => {
    expect(huffmanTable([3], [1, 2, 3])).toBeNull();
    expect(huffmanTable([1, 2], [1, 2, 3])).not.toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankBitmap, paintRun, rowBytes, type FaxBitmap } from '../bitmap';
import { blackRuns, modes, whiteRuns } from './codes';
import { decodeT6 } from './decode';
import { encodeT6 } from './encode';
import { T6DamagedError } from './t6-damaged-error';

const fromDigits = (lines: readonly string[]): FaxBitmap => {
  const bitmap = blankBitmap(lines[0]?.length ?? 0, lines.length);
  lines.forEach((line, y) =>
    Array.from(line).forEach((pel, x) => {
      if (pel === '1') paintRun(bitmap.rows, y * rowBytes(bitmap.widthPels), x, x + 1);
    }),
  );
  return bitmap;
};

const bitsOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
const EOFB = '000000000001000000000001';

const roundTrip = (bitmap: FaxBitmap): FaxBitmap => decodeT6(encodeT6(bitmap), bitmap.widthPels, bitmap.scanLines);

/** Rows of runs, each row like the one above or anew, as real pages are. */
const structuredBitmap = fc
  .tuple(fc.integer({ min: 1, max: 5200 }), fc.array(fc.array(fc.integer({ min: 0, max: 3000 })), { maxLength: 12 }))
  .chain(([widthPels, rows]) =>
    fc.array(fc.integer({ min: -4, max: 4 }), { minLength: rows.length, maxLength: rows.length }).map((shifts) => {
      const bitmap = blankBitmap(widthPels, rows.length * 2);
      const edges = rows.map((row) => row.map((edge) => edge % (widthPels + 1)).sort((a, b) => a - b));
      for (let y = 0; y < bitmap.scanLines; y++) {
        const shift = y % 2 === 0 ? 0 : (shifts[y >> 1] ?? 0);
        const row = (edges[y >> 1] ?? []).map((edge) => Math.min(Math.max(edge + shift, 0), widthPels));
        for (let i = 0; i + 1 < row.length; i += 2) {
          paintRun(bitmap.rows, y * rowBytes(widthPels), row[i] ?? 0, row[i + 1] ?? 0);
        }
      }
      return bitmap;
    }),
  );

const noise = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 8 }))
  .chain(([widthPels, scanLines]) =>
    fc
      .uint8Array({ minLength: rowBytes(widthPels) * scanLines, maxLength: rowBytes(widthPels) * scanLines })
      .map((rows) => {
        const pad = rowBytes(widthPels) * 8 - widthPels;
        for (let y = 1; y <= scanLines; y++) {
          const last = y * rowBytes(widthPels) - 1;
          rows[last] = (rows[last] ?? 0) & (0xff << pad);
        }
        return { widthPels, scanLines, rows };
      }),
  );

describe('the code tables', () => {
  it.each([
    ['white', [...whiteRuns.terminating, ...whiteRuns.makeUp], 104],
    ['black', [...blackRuns.terminating, ...blackRuns.makeUp], 104],
    ['modes', [modes.pass, modes.horizontal, ...modes.vertical], 9],
  ])('%s: no code word begins another', (_, codes, count) => {
    const digits = codes.map((code) => code.bits.toString(2).padStart(code.length, '0')).sort();
    expect(digits).toHaveLength(count);
    digits.slice(1).forEach((code, i) => expect(code.startsWith(digits[i] ?? '')).toBe(false));
  });
});

describe('encodeT6', () => {
  it('codes a white line as V0', () => {
    expect(bitsOf(encodeT6(fromDigits(['0000'])))).toBe(`1${EOFB}`.padEnd(32, '0'));
  });

  it('codes runs far from the line above horizontally, near ones vertically, and passes runs that end', () => {
    const page = fromDigits(['0000001110000000', '0000000111000000', '0000000000000000']);
    const first = '001' + '1110' + '10' + '1';
    const second = '011' + '011' + '1';
    const third = '0001' + '1';
    expect(bitsOf(encodeT6(page)).startsWith(first + second + third + EOFB)).toBe(true);
  });

  it('begins a line that is black from its first pel with a white run of none', () => {
    expect(bitsOf(encodeT6(fromDigits(['11111111']))).startsWith('001' + '00110101' + '000101' + EOFB)).toBe(true);
  });

  it('repeats the make-up code of 2560 for very long runs', () => {
    const bitmap = blankBitmap(5200, 1);
    paintRun(bitmap.rows, 0, 0, 5190);
    const [long, rest] = ['000000011111', '0000001111'];
    const expected = `001` + '00110101' + long + long + rest + '0010';
    expect(bitsOf(encodeT6(bitmap)).startsWith(expected)).toBe(true);
  });

  it('ignores bits beyond the width', () => {
    expect(encodeT6({ widthPels: 3, scanLines: 1, rows: Uint8Array.of(0b01011111) })).toEqual(
      encodeT6(fromDigits(['010'])),
    );
  });
});

describe('decodeT6', () => {
  it('gives back every structured page', () => {
    fc.assert(
      fc.property(structuredBitmap, (bitmap) => {
        expect(roundTrip(bitmap)).toEqual(bitmap);
      }),
      { numRuns: 150 },
    );
  });

  it('gives back every noisy page', () => {
    fc.assert(
      fc.property(noise, (bitmap) => {
        expect(roundTrip(bitmap)).toEqual(bitmap);
      }),
      { numRuns: 300 },
    );
  });

  it('gives back a page of no lines', () => {
    expect(roundTrip(blankBitmap(1686, 0))).toEqual(blankBitmap(1686, 0));
  });

  it('refuses every page that was cut short', () => {
    const page = encodeT6(fromDigits(['0110011001', '1001100110', '0000000000']));
    for (let length = 0; length < page.length; length++) {
      expect(() => decodeT6(page.subarray(0, length), 10, 3)).toThrow(T6DamagedError);
    }
  });

  it('refuses a run beyond the line', () => {
    const wide = blankBitmap(600, 1);
    paintRun(wide.rows, 0, 300, 600);
    expect(() => decodeT6(encodeT6(wide), 100, 1)).toThrow(T6DamagedError);
  });

  it('answers random bytes with a page or T6DamagedError, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 2000 }), (bytes, widthPels) => {
        try {
          expect(decodeT6(bytes, widthPels, 5).rows).toHaveLength(rowBytes(widthPels) * 5);
        } catch (error) {
          expect(error).toBeInstanceOf(T6DamagedError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankBitmap, paintRun, rowBytes, type FaxBitmap } from './bitmap';
import { plainKernels } from './kernels/plain/plain-kernels';

const digitsOf = ({ widthPels, scanLines, rows }: FaxBitmap): string[] =>
  Array.from({ length: scanLines }, (_, y) =>
    Array.from(rows.subarray(y * rowBytes(widthPels), (y + 1) * rowBytes(widthPels)), (byte) =>
      byte.toString(2).padStart(8, '0'),
    ).join(''),
  );

it('paints runs of pels and nothing else', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const bitmap = blankBitmap(60, 1);
      paintRun(bitmap.rows, 0, from, to);
      expect(digitsOf(bitmap)).toEqual(['0'.repeat(from) + '1'.repeat(to - from) + '0'.repeat(64 - to)]);
    }),
  );
});

it('puts a bitmap anywhere on a page, bit for bit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 20 }), fc.nat({ max: 20 }), (width, left, right) => {
      const small = blankBitmap(width, 2);
      paintRun(small.rows, 0, 0, width);
      paintRun(small.rows, rowBytes(width), width >> 1, width);
      const page = left + width + right;
      const padded = rowBytes(page) * 8;
      const line = (blank: number): string =>
        ('0'.repeat(blank) + '1'.repeat(left + width - blank)).padEnd(padded, '0');
      const empty = '0'.repeat(padded);
      expect(digitsOf(plainKernels.putOnPage(small, left, 1, page, 4))).toEqual([
        empty,
        line(left),
        line(left + (width >> 1)),
        empty,
      ]);
    }),
  );
});

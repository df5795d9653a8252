import { expect, it } from 'vitest';
import { blankBitmap, paintRun, rowBytes } from '../../bitmap';
import { shapeFinder, type Shapes } from './shapes';

const boxesOf = ({ count, left, top, right, bottom }: Shapes) =>
  Array.from({ length: count }, (_, id) => ({ left: left[id], top: top[id], right: right[id], bottom: bottom[id] }));

it('shapes are found whole, whatever they look like', () => {
  const bitmap = blankBitmap(100, 60);
  const box = (x: number, y: number, width: number, height: number): void => {
    for (let row = y; row < y + height; row++) paintRun(bitmap.rows, row * rowBytes(100), x, x + width);
  };
  box(10, 10, 2, 20);
  box(30, 10, 2, 20);
  box(10, 30, 22, 2);
  box(50, 10, 1, 1);
  box(51, 11, 1, 1);
  expect(boxesOf(shapeFinder(bitmap)(0, 60))).toEqual([
    { left: 10, top: 10, right: 31, bottom: 31 },
    { left: 50, top: 10, right: 51, bottom: 11 },
  ]);
});

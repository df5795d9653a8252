import { describe, expect, it } from 'vitest';
import { placeInElements } from './elements';

const rows = (...indices: number[]) => indices.map((index) => ({ index }));
const keysOf = (shown: { index: number }[], isScrolling: boolean, inSight: (index: number) => boolean = () => true) =>
  placeInElements(shown, { count: 4, isInSight: inSight, isScrolling }).map(({ key, row }) => [key, row.index]);

describe('the elements of a long list', () => {
  it('are taken over while it scrolls, and none is moved', () => {
    expect(keysOf(rows(0, 1, 2, 3), true)).toEqual([0, 1, 2, 3].map((index) => [index, index]));
    expect(keysOf(rows(2, 3, 4, 5), true)).toEqual([
      [0, 4],
      [1, 5],
      [2, 2],
      [3, 3],
    ]);
  });

  it('stand in the order of their rows at rest', () => {
    expect(keysOf(rows(2, 3, 4, 5), false).map(([, index]) => index)).toEqual([2, 3, 4, 5]);
  });

  it('have one more for a row that stays though it is out of sight', () => {
    expect(keysOf(rows(1, 8, 9, 10, 11), true, (index) => index >= 8)).toEqual([
      [0, 8],
      [1, 9],
      [2, 10],
      [3, 11],
      [4, 1],
    ]);
  });
});

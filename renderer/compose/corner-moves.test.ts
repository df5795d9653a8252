import { expect, it } from 'vitest';
import { WHOLE } from '../../app/fax/paper/corners';
import { moveCorner, nudgeCorner } from './corner-moves';

it('moves one corner, within the picture', () => {
  expect(moveCorner(WHOLE, 0, { x: 0.2, y: -3 })[0]).toEqual({ x: 0.2, y: 0 });
  expect(moveCorner(WHOLE, 2, { x: 0.9, y: 0.8 }).slice(0, 2)).toEqual(WHOLE.slice(0, 2));
});

it('never folds the page', () => {
  expect(moveCorner(WHOLE, 0, { x: 0.9, y: 0.9 })).toBe(WHOLE);
});

it('moves by arrow keys, ten times as far with Shift', () => {
  expect(nudgeCorner(WHOLE, 0, 'ArrowRight', false)?.[0].x).toBeCloseTo(0.002);
  expect(nudgeCorner(WHOLE, 2, 'ArrowUp', true)?.[2].y).toBeCloseTo(0.98);
  expect(nudgeCorner(WHOLE, 0, 'Enter', false)).toBeNull();
});

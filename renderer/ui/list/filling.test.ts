import { describe, expect, it } from 'vitest';
import { Filling } from './filling';

/** Elements 0, 1, … that are to show these rows. */
const elementsFor = (...indexes: number[]) => indexes.map((index, key) => ({ key, row: { index } }));
const all = () => true;

describe('filling the elements of a list', () => {
  it('fills only so many in a frame, and goes on until all show their rows', () => {
    const filling = new Filling();
    const elements = elementsFor(10, 11, 12, 13, 14);
    const frames = [1, 2, 3].map(() => filling.fill(elements, { isLoaded: all, most: 2 }));
    expect(frames.map(({ shown, isLeft }) => [[...shown], isLeft])).toEqual([
      [[10, 11], true],
      [[10, 11, 12, 13], true],
      [[10, 11, 12, 13, 14], false],
    ]);
  });

  it('counts no element that shows its row already', () => {
    const filling = new Filling();
    filling.fill(elementsFor(0, 1, 2), { isLoaded: all, most: Infinity });
    const { shown, isLeft } = filling.fill(elementsFor(0, 4, 2), { isLoaded: all, most: 1 });
    expect([[...shown], isLeft]).toEqual([[0, 4, 2], false]);
  });

  it('leaves blank what is not loaded, and waits for no frame for it', () => {
    const { shown, isLeft } = new Filling().fill(elementsFor(0, 1), { isLoaded: (index) => index === 1, most: 9 });
    expect([[...shown], isLeft]).toEqual([[1], false]);
  });
});

import { describe, expect, it } from 'vitest';
import { type ListGesture, noSelection, rangeOf, select } from './selection';

const keys = ['a', 'b', 'c', 'd', 'e'];
const after = (...gestures: ListGesture[]) =>
  gestures.reduce((state, gesture) => select(state, gesture, keys.length, (index) => keys[index]), noSelection);
const selected = (...gestures: ListGesture[]): string => [...after(...gestures).keys].sort().join('');

describe('a list’s selection', () => {
  it('is the row gone to', () => {
    expect(selected({ kind: 'go', to: 1 }, { kind: 'go', to: 3 })).toBe('d');
  });

  it('grows and shrinks from where it began', () => {
    const from = { kind: 'go', to: 2 } as const;
    expect(selected(from, { kind: 'extend', to: 4 })).toBe('cde');
    expect(selected(from, { kind: 'extend', to: 4 }, { kind: 'extend', to: 1 })).toBe('bc');
  });

  it('takes single rows in and out', () => {
    const two = [
      { kind: 'go', to: 0 },
      { kind: 'toggle', at: 3 },
    ] as const;
    expect(selected(...two)).toBe('ad');
    expect(selected(...two, { kind: 'toggle', at: 0 })).toBe('d');
  });

  it('is all or none, and the keyboard stays where it is', () => {
    expect(selected({ kind: 'go', to: 2 }, { kind: 'all' })).toBe('abcde');
    expect(after({ kind: 'go', to: 2 }, { kind: 'all' }, { kind: 'none' })).toMatchObject({ active: 2, anchor: 2 });
  });

  it('says which rows it needs', () => {
    const at = after({ kind: 'go', to: 3 });
    expect(rangeOf(at, { kind: 'extend', to: 1 }, 5)).toEqual([1, 3]);
    expect(rangeOf(at, { kind: 'all' }, 5)).toEqual([0, 4]);
    expect(rangeOf(at, { kind: 'go', to: 1 }, 5)).toBeNull();
  });
});

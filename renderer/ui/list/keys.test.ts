import { expect, it } from 'vitest';
import { gestureOf } from './keys';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, active = 5, more: Partial<typeof plain> = {}) =>
  gestureOf({ ...plain, ...more, key }, active, 100, 10);

it.each([
  ['ArrowDown', { kind: 'go', to: 6 }],
  ['ArrowUp', { kind: 'go', to: 4 }],
  ['PageDown', { kind: 'go', to: 15 }],
  ['PageUp', { kind: 'go', to: 0 }],
  ['Home', { kind: 'go', to: 0 }],
  ['End', { kind: 'go', to: 99 }],
  [' ', { kind: 'toggle', at: 5 }],
  ['Escape', { kind: 'none' }],
  ['x', null],
])('the key %j asks for %j', (key, gesture) => {
  expect(press(key)).toEqual(gesture);
});

it('shift extends, and the list has an end', () => {
  expect(press('ArrowDown', 99, { shiftKey: true })).toEqual({ kind: 'extend', to: 99 });
});

it('the first key goes to the first row', () => {
  expect([press('ArrowDown', -1), press('ArrowUp', -1)]).toEqual([
    { kind: 'go', to: 0 },
    { kind: 'go', to: 0 },
  ]);
});

it('all are selected by the system’s own shortcut', () => {
  expect([press('a', 5, { ctrlKey: true }), press('A', 5, { metaKey: true }), press('a')]).toEqual([
    { kind: 'all' },
    { kind: 'all' },
    null,
  ]);
});

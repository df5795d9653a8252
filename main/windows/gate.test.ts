import { expect, it } from 'vitest';
import { createGate } from './gate';

it('lets actions pass once it is open, each once and in order, and holds them back when it is shut again', () => {
  const gate = createGate();
  const done: number[] = [];
  gate.whenOpen(() => done.push(1));
  gate.whenOpen(() => done.push(2));
  expect(done).toEqual([]);
  gate.open();
  gate.whenOpen(() => done.push(3));
  expect(done).toEqual([1, 2, 3]);
  gate.shut();
  gate.whenOpen(() => done.push(4));
  expect([gate.isOpen(), done]).toEqual([false, [1, 2, 3]]);
  gate.open();
  expect(done).toEqual([1, 2, 3, 4]);
});

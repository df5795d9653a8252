import { expect, it } from 'vitest';
import { boundMemory } from './bound-memory';

const PAGE_BYTES = 65_536;

it('a memory grows to its bound and not beyond', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  boundMemory(memory, 3 * PAGE_BYTES);
  expect(memory.grow(2)).toBe(1);
  expect(() => memory.grow(1)).toThrow(RangeError);
  expect(memory.buffer.byteLength).toBe(3 * PAGE_BYTES);
});

it('tells once that it was refused room, unless some was given after', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const wasRefused = boundMemory(memory, 3 * PAGE_BYTES);
  const ask = (pages: number): void => {
    try {
      memory.grow(pages);
    } catch {
      // It is told below.
    }
  };
  ask(1);
  expect(wasRefused()).toBe(false);
  ask(2);
  expect([wasRefused(), wasRefused()]).toEqual([true, false]);
  ask(2);
  ask(1);
  expect(wasRefused()).toBe(false);
});

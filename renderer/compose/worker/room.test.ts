import { expect, it } from 'vitest';
import { newRoom, sameRoom } from './room';

it('is the same for all that is not long, once it was given back', () => {
  const room = sameRoom();
  const first = room.take(10);
  const meanwhile = room.take(10);
  expect(meanwhile).not.toBe(first);
  room.giveBack(first);
  expect(room.take(20)).toBe(first);
});

it('is its own for what is long, which is told of', () => {
  const told: number[] = [];
  const room = sameRoom((byteCount) => told.push(byteCount));
  const long = room.take(5_000_000);
  expect(long.byteLength).toBe(5_000_000);
  room.giveBack(long);
  expect(room.take(10)).not.toBe(long);
  expect(told).toEqual([5_000_000]);
});

it('is new each time for who keeps what is read', () => {
  const first = newRoom.take(10);
  newRoom.giveBack(first);
  expect(newRoom.take(10)).not.toBe(first);
});

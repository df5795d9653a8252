import { expect, it } from 'vitest';
import type { Arrival } from '../app/contract';
import type { Client } from './bridge';
import { begin } from './beginning';

const arrival = (group: number): Arrival => ({ group, files: [], numbers: [], failures: [] });

it('keeps what arrives while nobody listens, and tells all of it once and in order', () => {
  let tell: (arrival: Arrival) => void = () => undefined;
  const client = {
    call: () => Promise.resolve(null),
    on: (_name: 'arrived', listener: (arrival: Arrival) => void) => {
      tell = listener;
      return () => undefined;
    },
  } as unknown as Client;
  const early: Arrival[] = [];
  const heard: Arrival[] = [];
  const beginning = begin(client, (each) => early.push(each));
  tell(arrival(1));
  const stop = beginning.onArrival((each) => heard.push(each));
  tell(arrival(2));
  stop();
  tell(arrival(3));
  beginning.onArrival((each) => heard.push(each));
  expect(heard).toEqual([arrival(1), arrival(2), arrival(3)]);
  expect(early).toEqual([arrival(1), arrival(3)]);
});

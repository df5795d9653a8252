import { describe, expect, it } from 'vitest';
import type { Bridge, CallName } from '../app/contract';
import { ok } from '../app/result';
import { askAhead } from './ask-ahead';
import type { ReadPart } from './compose/worker/stored';

const arrival = (token: string, isFolder = false) => ({ files: [{ token, name: token, size: 1, isFolder }] });

/** Main, which numbers its answers and the parts it gives, and tells what arrives. */
function main() {
  const asked: [CallName, unknown][] = [];
  const listeners = new Set<(payload: unknown) => void>();
  const bridge: Bridge = {
    invoke: (name, input) => Promise.resolve(asked.push([name, input])),
    on(_name, listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const tell = (payload: unknown): void => [...listeners].forEach((listener) => listener(payload));
  const read: [token: string, from: number][] = [];
  const readPart: ReadPart = ({ token }, from) =>
    Promise.resolve(ok({ bytes: new Uint8Array(), total: read.push([token, from]) }));
  return { bridge, asked, tell, read, readPart };
}

const part = (total: number) => ok({ bytes: new Uint8Array(), total });

describe('what is asked of main ahead', () => {
  it('is the draft, which is taken once', async () => {
    const { bridge, readPart, asked } = main();
    const ahead = askAhead(bridge, readPart);
    expect(asked).toEqual([['draft.take', undefined]]);
    expect(await ahead.main.invoke('draft.take', undefined)).toBe(1);
    expect(await ahead.main.invoke('draft.take', undefined)).toBe(2);
  });

  it('are the first bytes of the first file that arrives, and of no folder', async () => {
    const { bridge, readPart, read, tell } = main();
    const ahead = askAhead(bridge, readPart);
    tell(arrival('a'));
    tell(arrival('b'));
    expect(read).toEqual([['a', 0]]);
    expect(await ahead.readPart({ token: 'b' }, 0)).toEqual(part(2));
    expect(await ahead.readPart({ token: 'a' }, 5)).toEqual(part(3));
    expect(await ahead.readPart({ token: 'a' }, 0)).toEqual(part(1));
    expect(await ahead.readPart({ token: 'a' }, 0)).toEqual(part(4));
    const another = main();
    askAhead(another.bridge, another.readPart);
    another.tell(arrival('folder', true));
    expect(another.read).toEqual([]);
  });

  it('loses nothing that arrives before anybody listens, and tells it once', () => {
    const { bridge, readPart, tell } = main();
    const ahead = askAhead(bridge, readPart);
    const heard: unknown[] = [];
    tell(arrival('a'));
    ahead.main.on('arrived', (payload) => heard.push(payload));
    tell(arrival('b'));
    expect(heard).toEqual([arrival('a'), arrival('b')]);
  });
});

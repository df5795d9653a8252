import { describe, expect, it } from 'vitest';
import type { Bridge, CallName } from '../app/contract';
import { askAhead } from './ask-ahead';

/** Main, which numbers its answers and tells what arrives. */
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
  return { bridge, asked, tell };
}

describe('what is asked of main ahead', () => {
  it('is the draft, which is taken once', async () => {
    const { bridge, asked } = main();
    const ahead = askAhead(bridge);
    expect(asked).toEqual([['draft.take', undefined]]);
    expect(await ahead.invoke('draft.take', undefined)).toBe(1);
    expect(await ahead.invoke('draft.take', undefined)).toBe(2);
  });

  it('loses nothing that arrives before anybody listens, and tells it once', () => {
    const { bridge, tell } = main();
    const ahead = askAhead(bridge);
    const heard: unknown[] = [];
    tell('a');
    ahead.on('arrived', (payload) => heard.push(payload));
    tell('b');
    expect(heard).toEqual(['a', 'b']);
  });
});

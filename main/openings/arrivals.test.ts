import { describe, expect, it } from 'vitest';
import type { Arrival, OpenedFile } from '../../app/contract';
import { createArrivals } from './arrivals';
import type { Collected } from './collector';

async function arrived(...all: Partial<Collected>[]) {
  const got: (Arrival | string)[] = [];
  // The first look at files takes longer than the second.
  let steps = 8;
  const open = async (paths: readonly string[]): Promise<OpenedFile[]> => {
    for (let step = (steps -= 4); step > 0; step--) await Promise.resolve();
    return paths.map((path) => ({ token: `token of ${path}`, name: path, size: 1 }));
  };
  const arrivals = createArrivals({ open });
  for (const some of all) {
    arrivals.read(
      { group: 1, files: [], startedAt: [], links: [], ...some },
      (arrival) => got.push(arrival),
      (screen) => got.push(screen),
    );
  }
  await new Promise(setImmediate);
  return got;
}

const nothing = { group: 1, files: [], numbers: [], failures: [] };

describe('what came from outside', () => {
  it('reaches the window in the order it came, files by token', async () => {
    const got = await arrived({ group: 1, files: ['a'] }, { group: 2, files: ['b'] });
    expect(got).toMatchObject([
      { group: 1, files: [{ token: 'token of a' }] },
      { group: 2, files: [{ token: 'token of b' }] },
    ]);
  });

  it('says of each file whose start is known when that was, and of what fax it is', async () => {
    const [got] = await arrived({ group: 3, files: ['a', 'b'], startedAt: [1000.5, null] });
    expect((got as Arrival).files.map(({ name, given }) => [name, given])).toEqual([
      ['a', { group: 3, startedAt: 1000.5 }],
      ['b', undefined],
    ]);
  });

  it('fills in the numbers of links and says what is wrong with others', async () => {
    const [got] = await arrived({ links: ['fax:+902123205072', 'tel:hello', 'tel:+902163334455;ext=7'] });
    expect(got).toEqual({
      ...nothing,
      numbers: ['+902123205072', '+902163334455'],
      failures: [
        { kind: 'linkUnusable', link: 'tel:hello' },
        { kind: 'linkExtension', extension: '7' },
      ],
    });
  });

  it('shows a screen, and nothing besides', async () => {
    expect(await arrived({ links: ['faksla:outbox'] })).toEqual(['outbox']);
  });

  it('shows the send window for an empty new fax', async () => {
    expect(await arrived({ links: ['faksla:new'] })).toEqual([nothing]);
  });

  it('does not let a page fill the screen with sentences', async () => {
    const [got] = await arrived({ links: Array.from({ length: 1000 }, () => 'fax:x') });
    expect((got as Arrival).failures.length).toBeLessThanOrEqual(20);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { PagedRows } from './paged-rows';

interface Row {
  readonly id: string;
  readonly words: string;
}

/** A list of `total` rows; remembers which were asked for. */
function setUp(total: number) {
  const source = { total, words: 'first', asked: [] as number[], keysAsked: 0 };
  const rows = new PagedRows<Row>(
    (offset, limit) => {
      source.asked.push(offset);
      const end = Math.min(source.total, offset + limit);
      const read = Array.from({ length: Math.max(0, end - offset) }, (_, n) => ({
        id: `${offset + n}`,
        words: source.words,
      }));
      return Promise.resolve({ rows: read, total: source.total });
    },
    ({ id }) => id,
    () => {
      source.keysAsked += 1;
      return Promise.resolve(Array.from({ length: source.total }, (_, index) => `${index}`));
    },
  );
  return { source, rows };
}

async function scrollThrough(rows: PagedRows<Row>, total: number): Promise<void> {
  for (let from = 0; from < total; from += 50) {
    rows.want(from, from + 20);
    await rows.load(from, from + 20);
  }
}

describe('a long list', () => {
  it('reads the pages that are looked at, each once', async () => {
    const { source, rows } = setUp(10_000);
    await Promise.all([rows.load(150, 210), rows.load(199, 200)]);
    expect(source.asked).toEqual([150, 200]);
    expect([rows.total, rows.at(205)?.id, rows.at(5)]).toEqual([10_000, '205', undefined]);
  });

  it('tells the keys of a long range without reading its rows, once', async () => {
    const { source, rows } = setUp(100_000);
    await rows.load(0, 0);
    const keyAt = await rows.keysIn(20, 99_999);
    expect([keyAt(20), keyAt(99_999), keyAt(100_000)]).toEqual(['20', '99999', undefined]);
    await rows.keysIn(0, 99_999);
    expect([source.asked, source.keysAsked]).toEqual([[0], 1]);
    await rows.refresh();
    await rows.keysIn(0, 99_999);
    expect(source.keysAsked).toBe(2);
  });

  it('reads the rows of a short range for their keys', async () => {
    const { source, rows } = setUp(100_000);
    const keyAt = await rows.keysIn(20, 120);
    expect([keyAt(20), keyAt(120)]).toEqual(['20', '120']);
    expect([source.asked, source.keysAsked]).toEqual([[0, 50, 100], 0]);
  });

  it('takes changes of rows in their places', async () => {
    const { rows } = setUp(300);
    await rows.load(0, 299);
    rows.change([
      { id: '7', words: 'other' },
      { id: 'unknown', words: 'none' },
    ]);
    expect([rows.at(7)?.words, rows.at(8)?.words, rows.at(299)?.words]).toEqual(['other', 'first', 'first']);
  });

  it('knows rows that are held wherever is looked now, as they were last told, and no others', async () => {
    const { rows } = setUp(10_000);
    await rows.load(0, 0);
    rows.hold(new Set(['3']));
    await scrollThrough(rows, 10_000);
    rows.change([{ id: '3', words: 'changed' }]);
    expect(rows.rowsOf(new Set(['3', '4'])).map(({ id, words }) => [id, words])).toEqual([['3', 'changed']]);
    rows.hold(new Set());
    expect(rows.rowsOf(new Set(['3']))).toEqual([]);
  });

  it('keeps the pages nearest to what is looked at, and reads others again', async () => {
    const { source, rows } = setUp(10_000);
    await scrollThrough(rows, 10_000);
    expect([rows.at(0), rows.at(7_900), rows.at(9_990)?.id]).toEqual([undefined, undefined, '9990']);
    rows.want(0, 20);
    await rows.load(0, 20);
    expect([rows.at(0)?.id, source.asked.filter((offset) => offset === 0)]).toEqual(['0', [0, 0]]);
  });

  it('tells the keys and rows of a range that is longer than what it keeps', async () => {
    const rows = new PagedRows<Row>(
      (offset, limit) =>
        Promise.resolve({
          rows: Array.from({ length: limit }, (_, n) => ({ id: `${offset + n}`, words: '' })),
          total: 10_000,
        }),
      ({ id }) => id,
    );
    const keyAt = await rows.keysIn(0, 9_999);
    const keys = new Set(Array.from({ length: 10_000 }, (_, index) => keyAt(index) ?? ''));
    rows.hold(keys);
    expect([keys.size, rows.rowsOf(keys).length, rows.at(5_000)]).toEqual([10_000, 10_000, undefined]);
  });

  it('is read again where it is looked at, and shows the old rows until then', async () => {
    const { source, rows } = setUp(300);
    rows.want(0, 50);
    await rows.load(0, 250);
    source.words = 'again';
    source.total = 200;
    const refreshed = rows.refresh();
    expect(rows.at(0)?.words).toBe('first');
    await refreshed;
    expect([rows.at(0)?.words, rows.at(250), rows.total]).toEqual(['again', undefined, 200]);
  });

  it('forgets answers to questions it would not ask any more', async () => {
    const { source, rows } = setUp(100);
    const old = rows.load(0, 10);
    source.words = 'again';
    await rows.refresh();
    await old;
    expect(rows.at(0)?.words).toBe('again');
  });

  it('reads what a scroll comes to next, and tells nobody of it', async () => {
    const { source, rows } = setUp(1000);
    rows.want(0, 20);
    await rows.load(0, 20);
    let told = 0;
    rows.subscribe(() => (told += 1));
    rows.want(10, 30);
    await rows.load(50, 99);
    expect([source.asked, rows.at(60)?.id, told]).toEqual([[0, 50], '60', 0]);
    rows.want(300, 320);
    await rows.load(300, 320);
    expect([source.asked, told]).toEqual([[0, 50, 300], 1]);
    rows.want(290, 310);
    await rows.load(240, 310);
    expect(source.asked).toEqual([0, 50, 300, 250, 200]);
  });

  it('asks for nothing that a fast scroll has left before it could be asked', async () => {
    const { source, rows } = setUp(10_000);
    rows.want(0, 20);
    await rows.load(0, 20);
    for (const from of [1000, 2000, 3000, 4000]) rows.want(from, from + 20);
    await vi.waitUntil(() => rows.at(4000) !== undefined);
    expect(source.asked).toEqual([0, 1000, 4000]);
  });

  it('asks again for a page whose reading failed', async () => {
    let fails = true;
    const rows = new PagedRows<Row>(
      () => (fails ? Promise.reject(new Error('busy')) : Promise.resolve({ rows: [{ id: '0', words: '' }], total: 1 })),
      ({ id }) => id,
    );
    await expect(rows.load(0, 0)).rejects.toThrow('busy');
    fails = false;
    await rows.load(0, 0);
    expect(rows.at(0)?.id).toBe('0');
  });

  it('reads nothing ahead beyond its ends', async () => {
    const { source, rows } = setUp(60);
    await rows.load(0, 59);
    rows.want(0, 20);
    rows.want(30, 59);
    rows.want(10, 40);
    expect(source.asked).toEqual([0, 50]);
  });

  it('tells those who look at it', async () => {
    const { rows } = setUp(10);
    let told = 0;
    rows.subscribe(() => (told += 1));
    await rows.load(0, 5);
    expect([told, rows.version()]).toEqual([1, 1]);
  });
});

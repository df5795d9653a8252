import { describe, expect, it } from 'vitest';
import type { PageRequest } from '../api/entities';
import { everyPage } from './every-page';

const same = (entry: string): string => entry;

describe('everyPage', () => {
  it('reads page after page to the last', async () => {
    const asked: PageRequest[] = [];
    const all = await everyPage((request) => {
      asked.push(request);
      const pagination = { page: request.page, totalCount: 3, totalPages: 3, limit: 100 };
      return Promise.resolve({ entries: [`e${request.page}`], pagination });
    }, same);
    expect(all).toEqual(['e1', 'e2', 'e3']);
    expect(asked.every(({ limit }) => limit === 100)).toBe(true);
  });

  it('takes a bare array for the whole list', async () => {
    expect(await everyPage(() => Promise.resolve({ entries: ['a', 'b'], pagination: null }), same)).toEqual(['a', 'b']);
  });

  it('counts an entry that moved to the next page once', async () => {
    const pages = [
      ['a', 'b'],
      ['b', 'c'],
    ];
    const all = await everyPage(({ page }) => {
      const pagination = { page, totalCount: 4, totalPages: 2, limit: 2 };
      return Promise.resolve({ entries: pages[page - 1] ?? [], pagination });
    }, same);
    expect(all).toEqual(['a', 'b', 'c']);
  });

  it('ends with a service whose pages never do', async () => {
    const all = await everyPage(({ page }) => {
      const pagination = { page, totalCount: 1e9, totalPages: 1e9, limit: 100 };
      return Promise.resolve({ entries: page < 4 ? [String(page)] : [], pagination });
    }, same);
    expect(all).toHaveLength(3);
  });

  it('reads again where an entry moved to a page that was read already, as one before it went', async () => {
    const lists = ['abcd', 'bcde', 'bcde'].map((list) => Array.from(list));
    let asked = 0;
    const all = await everyPage(({ page }) => {
      const list = lists[Math.min(asked++, lists.length - 1)] ?? [];
      const pagination = { page, totalCount: 5, totalPages: 2, limit: 2 };
      return Promise.resolve({ entries: list.slice((page - 1) * 2, page * 2), pagination });
    }, same);
    expect(all.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('ends with a service that answers every page with the same', async () => {
    let asked = 0;
    const all = await everyPage(({ page }) => {
      asked += 1;
      return Promise.resolve({ entries: ['a'], pagination: { page, totalCount: 1, totalPages: page + 1, limit: 10 } });
    }, same);
    expect([all, asked]).toEqual([['a'], 2]);
  });
});

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
});

import type { PageRequest, Pagination } from '../api/entities';

const largestPage = 100;
/** A service that never says "last page" is not asked for ever. */
const mostPages = 200;
/** Entries that go while the pages are turned move others to pages already read: these are read anew, but not for ever. */
const mostReadings = 3;

type FetchPage<T> = (
  request: PageRequest,
) => Promise<{ readonly entries: readonly T[]; readonly pagination: Pagination | null }>;

/**
 * A paged list as a whole. `fetchPage` answers one page; `pagination` is `null` where the service sent a bare array,
 * which is the whole list (api.md). An entry on two pages is not doubled, and a list whose pages held fewer than the
 * service counts is read again.
 */
export async function everyPage<T>(fetchPage: FetchPage<T>, idOf: (entry: T) => string): Promise<T[]> {
  const all = new Map<string, T>();
  for (let reading = 1; reading <= mostReadings; reading++) {
    if (await readPages(fetchPage, idOf, all)) break;
  }
  return [...all.values()];
}

/** Adds every page to `all`; whether that is all the service counts. */
async function readPages<T>(
  fetchPage: FetchPage<T>,
  idOf: (entry: T) => string,
  all: Map<string, T>,
): Promise<boolean> {
  const seen = new Set<string>();
  for (let page = 1; page <= mostPages; page++) {
    const { entries, pagination } = await fetchPage({ limit: largestPage, page });
    const [seenBefore, ids] = [seen.size, entries.map(idOf)];
    for (const [index, entry] of entries.entries()) all.set(ids[index] ?? '', entry);
    for (const id of ids) seen.add(id);
    const isLast = pagination === null || page >= pagination.totalPages || seen.size === seenBefore;
    if (isLast) return page === 1 || pagination === null || all.size >= pagination.totalCount;
  }
  return true;
}

import type { PageRequest, Pagination } from '../api/entities';

const largestPage = 100;
/** A service that never says "last page" is not asked for ever. */
const mostPages = 200;

/**
 * A paged list as a whole. `fetchPage` answers one page; `pagination` is `null` where the service sent a bare array,
 * which is the whole list (api.md). Entries that moved to a later page meanwhile are not doubled.
 */
export async function everyPage<T>(
  fetchPage: (request: PageRequest) => Promise<{ entries: readonly T[]; pagination: Pagination | null }>,
  idOf: (entry: T) => string,
): Promise<T[]> {
  const all = new Map<string, T>();
  for (let page = 1; page <= mostPages; page++) {
    const { entries, pagination } = await fetchPage({ limit: largestPage, page });
    for (const entry of entries) all.set(idOf(entry), entry);
    if (entries.length === 0 || pagination === null || page >= pagination.totalPages) break;
  }
  return [...all.values()];
}

import { RefusedRequest } from './refused-request';

export interface Paging {
  readonly limit: number;
  readonly page: number;
}

/** `limit` (10…100, default 10) and `page` (from 1) of a query. */
export function readPaging(query: URLSearchParams): Paging {
  const limit = readWhole(query, 'limit', 10);
  const page = readWhole(query, 'page', 1);
  if (limit < 10 || limit > 100) throw new RefusedRequest(400, 'limit must be between 10 and 100');
  if (page < 1) throw new RefusedRequest(400, 'page must be 1 or more');
  return { limit, page };
}

function readWhole(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new RefusedRequest(400, `${name} must be a number`);
  return Number(text);
}

export function pageOf<T>(all: readonly T[], { limit, page }: Paging) {
  const total_pages = Math.max(1, Math.ceil(all.length / limit));
  return {
    entries: all.slice((page - 1) * limit, page * limit),
    pagination: { page, total_count: all.length, total_pages, limit },
  };
}

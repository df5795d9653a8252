import type { PostSeen } from './entities';
import type { Ledger } from './ledger';
import type { Pace } from './order-life';

/** What the exchange's answers are made from. */
export interface Service {
  readonly key: string;
  readonly ledger: Ledger;
  readonly pace: Pace;
  readonly now: () => number;
  /** api.md's two generations of answers. */
  readonly answerShapes: () => 'old' | 'new';
  /** This server's own address. */
  readonly url: () => string;
  /** Addresses of documents given out, by their token. */
  readonly documentLinks: Map<string, { readonly callUuid: string; readonly goodUntil: number }>;
  readonly posts: PostSeen[];
}

/** A request, its body read. */
export interface ReadRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export const plain = (body: string, status = 200): Answer => ({ status, type: 'text/plain; charset=utf-8', body });

export const json = (value: unknown): Answer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

import type { Signal } from './platform';

/** The network as the client needs it; `main/net-fetch.ts` makes one of Electron's `net`. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  /** Parts are sent one after the other. */
  readonly body?: readonly Uint8Array<ArrayBuffer>[] | string;
  /** A redirect is answered as it is, and never followed. */
  readonly redirect: 'manual';
  readonly signal: Signal;
  /** Called with bytes of the body sent so far and in all; not every `Fetch` does. */
  readonly onUploadProgress?: (sentBytes: number, totalBytes: number) => void;
}

export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: FetchBody | null;
}

export interface FetchBody {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
}

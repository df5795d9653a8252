/** The part of an AbortSignal used here. */
interface SignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/**
 * The platform's own AbortSignal where it has one (Node, browsers), so that its `fetch` takes ours; the part of it used
 * here where only this folder's libraries are known.
 */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Native } } ? Native : SignalLike;

/** What Node, Electron and browsers all have and the language's own library does not declare. */
interface Platform {
  readonly AbortController: new () => { readonly signal: Signal; abort(reason?: unknown): void };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly URL: new (url: string, base?: string) => UrlParts;
  setTimeout(task: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

export interface UrlParts {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly origin: string;
}

export const platform = globalThis as unknown as Platform;

import { InsecureUrlError, UnusableUrlError } from './errors';
import { platform } from './platform';
import { presentable, redactorFor } from './redact';
import type { UrlParts } from './platform';

/** The parts of an absolute URL; `null` for what is none. */
export function parseUrl(url: string, base?: string): UrlParts | null {
  try {
    return new platform.URL(url, base);
  } catch {
    return null;
  }
}

/** Whether nothing sent there leaves this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Whether what is sent there can't be read on the way: https, or http that stays on this machine. */
export const isSecure = (url: UrlParts): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));

/** The host of an address as it may be shown and kept; of one that is none, what it says but for secrets. */
export const hostOf = (url: string): string => parseUrl(url)?.host || shownAddress(url);

/** A key that was put in the address's place is none to show. */
const shownAddress = (url: string): string => presentable(url.split(/[?@]/)[0] ?? '', redactorFor(null));

/** The service's address, parsed. `UnusableUrlError` for what is none, `InsecureUrlError` for one the key must not travel to. */
export function checkBaseUrl(baseUrl: string, allowInsecureHttp: boolean): UrlParts {
  const url = parseUrl(baseUrl);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new UnusableUrlError(shownAddress(baseUrl));
  if (isSecure(url) || allowInsecureHttp) return url;
  throw new InsecureUrlError(`${url.protocol}//${url.host}`);
}

/** A query string; what is `undefined` is left out. */
export function queryOf(fields: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeField(String(value))}`)
    .join('&');
}

/** Percent-encodes a text as UTF-8, leaving only what every parser takes as itself (RFC 3986 §2.3). */
export const encodeField = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

import { readDialled } from '../phone/dialled';

export interface NumberLink {
  /** As it would be typed: digits, with a leading `+` where there is one. */
  readonly number: string;
  readonly extension: string | null;
}

/** No numbering plan has longer numbers (E.164 has 15 digits); prefixes and separators fit, too. */
const DIGITS_LIMIT = 24;

/**
 * Reads what comes after `fax:` or `tel:` (RFC 3966 §3): a number with visual separators, then parameters. A local
 * number's `phone-context` is put before it where it is a country's prefix. `null` for anything else.
 */
export function readFaxNumberLink(rest: string): NumberLink | null {
  const decoded = decode(rest.replace(/^\/\//, ''));
  if (decoded === null) return null;
  const [subscriber = '', ...parameters] = decoded.replace(/[?#].*$/, '').split(';');
  const dialled = readDialled(subscriber);
  if (dialled === null || dialled.length > DIGITS_LIMIT) return null;
  const named = new Map(parameters.map(nameAndValue));
  const extension = readDialled(named.get('ext') ?? '')?.slice(0, DIGITS_LIMIT) ?? null;
  return { number: inContext(dialled, named.get('phone-context')), extension };
}

function inContext(dialled: string, context: string | undefined): string {
  const prefix = readDialled(context ?? '');
  if (dialled.startsWith('+') || prefix === null || !/^\+\d{1,7}$/.test(prefix)) return dialled;
  return prefix + dialled.replace(/^0/, '');
}

function nameAndValue(parameter: string): [name: string, value: string] {
  const at = parameter.indexOf('=');
  return at < 0 ? [parameter.toLowerCase(), ''] : [parameter.slice(0, at).toLowerCase(), parameter.slice(at + 1)];
}

/** `null` where the percent encoding is broken or hides a control character. */
function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return /\p{Cc}/u.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

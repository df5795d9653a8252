import type { Failure } from '../failure';
import { fail, ok, type Result } from '../result';
import { readFaxNumberLink } from './number-link';

/** What a link asks for. It can fill in the send window or show a screen; nothing in it ever sends or opens a file. */
export type Link =
  | {
      readonly kind: 'fax';
      /** As they would be typed. */
      readonly numbers: readonly string[];
      /** An extension, which a fax can't dial, or `null`. */
      readonly extension: string | null;
    }
  | { readonly kind: 'show'; readonly screen: LinkScreen };

export type LinkScreen = 'outbox' | 'records' | 'settings';

const screens: readonly string[] = ['outbox', 'records', 'settings'] satisfies LinkScreen[];

/** No honest link is longer. */
export const LINK_LIMIT = 2_000;
const NUMBERS_LIMIT = 100;

/** Whether a word given to the program is one of its links, and not a file's name. */
export const isLink = (word: string): boolean => /^(?:fax|tel|faksla):/i.test(word);

/**
 * Reads a link: `fax:` and `tel:` (RFC 3966, RFC 2806) name one number; `faksla:new?to=…&to=…` names many or none,
 * `faksla:outbox`, `faksla:records` and `faksla:settings` a screen. Never throws, whatever a web page wrote.
 */
export function readLink(text: string): Result<Link> {
  const read = text.length <= LINK_LIMIT ? readScheme(text.trim()) : null;
  return read === null ? fail(unusable(text)) : ok(read);
}

function readScheme(text: string): Link | null {
  const [, scheme, rest] = /^(fax|tel|faksla):(.*)$/i.exec(text) ?? [];
  if (scheme === undefined || rest === undefined) return null;
  if (scheme.toLowerCase() === 'faksla') return readOwn(rest);
  const number = readFaxNumberLink(rest);
  return number && { kind: 'fax', numbers: [number.number], extension: number.extension };
}

/** `new?to=…`, with or without the slashes that some programs put in. */
function readOwn(rest: string): Link | null {
  const [, word, query] = /^(?:\/\/)?([a-z]*)\/?(?:\?([^#]*))?(?:#.*)?$/i.exec(rest) ?? [];
  const name = word?.toLowerCase() ?? '';
  if (isScreen(name)) return { kind: 'show', screen: name };
  if (name !== 'new') return null;
  const written = (query ?? '').split('&').flatMap(numbersInParameter);
  const numbers = written.flatMap((number) => readFaxNumberLink(number)?.number ?? []);
  const readable = numbers.length === written.length && numbers.length <= NUMBERS_LIMIT;
  return readable ? { kind: 'fax', numbers, extension: null } : null;
}

/** In a query a plus may stand for a space; before a number it is the plus people write. */
function numbersInParameter(parameter: string): string[] {
  const value = /^to=(.*)$/i.exec(parameter)?.[1] ?? '';
  const spaced = value.replace(/(\d)\+(?=\d)/g, '$1 ');
  return spaced.split(/[,;]|%2C|%3B/i).filter((number) => number.trim() !== '');
}

const isScreen = (name: string): name is LinkScreen => screens.includes(name);

const SHOWN = 60;

/** Shows so much of the link that it is known again, without what could play tricks on the screen. */
function unusable(text: string): Failure {
  const visible = text.slice(0, 4 * SHOWN).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
  const letters = Array.from(visible);
  return {
    kind: 'linkUnusable',
    link: letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : visible,
  };
}

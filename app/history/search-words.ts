import { parseNumber } from '../phone/fax-number';
import { readEnding } from './call-endings';
import { readDateWords } from './date-words';
import { fold } from '../fold';
import { apart, numberCode } from './search-text';
import type { TimeSpan } from './time-span';

/** Free text as it is looked for: phrases that occur in a record's search text, and when its call began. */
export interface SearchWords {
  /** Each at least three characters, as `searchTextOf` writes them. */
  readonly phrases: readonly string[];
  /** Of each of these, one phrase occurs. */
  readonly either: readonly (readonly string[])[];
  readonly span: TimeSpan | null;
}

/** Reads what the user typed. Words in quotation marks stand together; a number may have any spelling. */
export function readSearchWords(text: string, now: number): SearchWords {
  const quoted = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map(([, words]) => fold(words ?? ''));
  const typed = text.replace(/["“”][^"“”]+["“”]/g, ' ').split(/\s+/);
  const words = typed.filter((word) => fold(word) !== '');
  const folded = words.map(fold);
  const phrases = quoted.filter((phrase) => phrase !== '');
  const codes: string[] = [];
  const either: string[][] = [];
  let span: TimeSpan | null = null;
  for (let at = 0; at < words.length;) {
    const date = readDateWords(folded, at, now);
    const ending = date === null ? readEnding(folded, at) : null;
    const number = date === null && ending === null ? readNumber(words, at) : null;
    if (date !== null) span = joined(span, date.span);
    else if (ending !== null) either.push([phraseOf(ending.english), phraseOf(ending.stored)]);
    else if (number === null) phrases.push(...(folded[at] ?? '').split(' '));
    else if (number.isWhole) codes.push(numberCode(number.digits));
    else phrases.push(number.digits);
    at += date?.used ?? ending?.used ?? number?.used ?? 1;
  }
  return { phrases: [...codes, ...phrases.map(phraseOf)], either, span };
}

const joined = (a: TimeSpan | null, b: TimeSpan): TimeSpan =>
  a === null ? b : { from: Math.min(a.from, b.from), until: Math.max(a.until, b.until) };

/** One or two letters are the beginning of a word; more may be any part of it. */
function phraseOf(words: string): string {
  const phrase = apart(words).trim();
  return phrase.length >= 3 ? phrase : `${' '.repeat(3 - phrase.length)}${phrase}`;
}

const numberPart = /^\+?[\d()./–-]*\d[\d()./–-]*$/;
const mostDigits = 15;

interface NumberRead {
  readonly digits: string;
  /** Not just a part of one. */
  readonly isWhole: boolean;
  /** Words it is written in. */
  readonly used: number;
}

/** The number, or the part of one, that begins with `words[at]`. */
function readNumber(words: readonly string[], at: number): NumberRead | null {
  let used = 0;
  let spelling = '';
  for (const word of words.slice(at)) {
    const longer = `${spelling} ${word}`;
    if (!numberPart.test(word) || longer.replace(/\D/g, '').length > mostDigits) break;
    if (used > 0 && word.startsWith('+')) break;
    spelling = longer;
    used += 1;
  }
  if (used === 0) return null;
  const parsed = isWithPrefix(spelling) ? parseNumber(spelling) : null;
  const isWhole = parsed?.ok === true;
  return { digits: isWhole ? parsed.value.digits : withoutPrefix(spelling), isWhole, used };
}

/** Digits of a Turkish number with its area. */
const digitsWithArea = 10;

/** Fewer digits without a prefix are a number as it is dialled from next door, though a country may have one like it: +98 48406. */
const isWithPrefix = (spelling: string): boolean =>
  /^\s*\(?[+0]/.test(spelling) || spelling.replace(/\D/g, '').length >= digitsWithArea;

/** A part of a number as it stands in the whole: without the zeros that are dialled before it. */
function withoutPrefix(spelling: string): string {
  const digits = spelling.replace(/\D/g, '');
  return digits.replace(/^0+(?=\d)/, '');
}

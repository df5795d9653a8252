import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { PhoneNumber } from 'libphonenumber-js/min';
import { fail, ok } from '../result';
import type { Result } from '../result';
import { readDialled } from './dialled';

/** A number a fax can be sent to. */
export interface FaxNumber {
  /** E.164 digits without the plus, the service's own spelling: `902123205072`. */
  readonly digits: string;
  /** `unusual`: could be a number, but no numbering plan lists it. `mobile`: a mobile phone, seldom a fax. */
  readonly warning: 'unusual' | 'mobile' | null;
}

/**
 * Reads what an office worker in Türkiye types or pastes: with or without country code, trunk 0 or 00, with any
 * spacing and punctuation, or the service's own digits. Anything that can't be a number is `numberImpossible`.
 * Its own `digits` are read again only with a plus in front: bare, `4722123456` (+47, Oslo) is a number in Ağrı.
 */
export function parseNumber(input: string): Result<FaxNumber> {
  const dialled = readDialled(input);
  const number = dialled === null ? null : (readings(dialled).find(isPlausible) ?? null);
  if (number === null) return fail({ kind: 'numberImpossible', input });
  return ok({ digits: number.number.slice(1), warning: warningAbout(number) });
}

/** How a number is shown: `0212 320 50 72` for Türkiye, `+49 30 1234567` elsewhere; what is no number as it is. */
export function displayNumber(digits: string): string {
  const number = international(`+${digits}`);
  if (number === undefined || !number.isPossible()) return digits;
  if (number.countryCallingCode !== turkeysCode || !number.isValid()) return number.formatInternational();
  return number.formatNational().replace(/[()]/g, '');
}

/** Whether two spellings, with or without 90 or the leading 0, name the same number. Nothing is never the same. */
export function sameNumber(a: string, b: string): boolean {
  const canonical = canonicalNumber(a);
  return canonical !== '' && canonical === canonicalNumber(b);
}

/** E.164 digits where `spelling` is a number; otherwise (an internal line, `1001`) its digits. */
export function canonicalNumber(spelling: string): string {
  const known = canonicalNumbers.get(spelling);
  if (known !== undefined) return known;
  const parsed = parseNumber(spelling);
  const canonical = parsed.ok ? parsed.value.digits : spelling.replace(/\D/g, '');
  if (canonicalNumbers.size >= mostKnownNumbers) canonicalNumbers.clear();
  canonicalNumbers.set(spelling, canonical);
  return canonical;
}

/** Reading one takes about a tenth of a millisecond, and whole lists are compared by their numbers. */
const canonicalNumbers = new Map<string, string>();
const mostKnownNumbers = 20_000;

const turkeysCode = '90';

const international = (dialled: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(dialled, { defaultCountry: 'TR', extract: false });

/** Every way to read the digits, best first: bare digits are a Turkish number before they are an international one. */
function readings(dialled: string): PhoneNumber[] {
  const asDialled = international(dialled);
  const withPlus = /^[+0]/.test(dialled) ? undefined : international(`+${dialled}`);
  const all = [asDialled, withPlus].filter((number) => number !== undefined);
  return [...all.filter((number) => number.isValid()), ...all];
}

/** In Türkiye every number but the 444 ones has ten digits, so a local number without its area code is none. */
function isPlausible(number: PhoneNumber): boolean {
  if (number.isValid()) return true;
  if (number.countryCallingCode === turkeysCode) return /^[1-9]\d{9}$/.test(number.nationalNumber);
  return number.isPossible() && readsItself(number);
}

/** A prefix that is cut off may leave a number that begins with one again: +43 0000 00, +43 0000 0. */
const readsItself = (number: PhoneNumber): boolean => international(number.number)?.number === number.number;

function warningAbout(number: PhoneNumber): FaxNumber['warning'] {
  if (!number.isValid()) return 'unusual';
  // The small metadata knows no number types; Türkiye's mobile numbers all begin with 5.
  return number.countryCallingCode === turkeysCode && number.nationalNumber.startsWith('5') ? 'mobile' : null;
}

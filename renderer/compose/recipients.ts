import type { FaxNumber } from '../../app/phone/fax-number';
import type { NamedNumber } from '../../app/phone/named-numbers';
import type { Result } from '../../app/result';

/** Someone the fax goes to. */
export interface Recipient extends FaxNumber {
  /** As it was written beside the number; for the user's eyes only. */
  readonly name?: string;
}
export type Recipients = readonly Recipient[];

/** The most one fax goes to (`app/outbox/delivery.ts`). */
export const mostRecipients = 1_000;

/** What became of a text the user typed or pasted as recipients. */
export interface ReadRecipients {
  readonly added: Recipients;
  /** Digits that are in the list already. */
  readonly repeated: readonly string[];
  /** The entries that can't be called, or are too many, as written. */
  readonly rejected: readonly string[];
}

/** The reading of numbers, which is loaded late (`./use-phone`). */
export interface NumberReading {
  readonly readNamedNumbers: (text: string) => readonly NamedNumber[];
  readonly parseNumber: (input: string) => Result<FaxNumber>;
}

/** Sorts the numbers in `text` into new, repeated and rejected ones. */
export const readRecipients = (text: string, present: Recipients, reading: NumberReading): ReadRecipients =>
  sortEntries(reading.readNamedNumbers(text), present, reading);

/** As `readRecipients`, for entries that are apart already. */
export function sortEntries(
  entries: readonly NamedNumber[],
  present: Recipients,
  { parseNumber }: Pick<NumberReading, 'parseNumber'>,
): ReadRecipients {
  const known = new Set(present.map(({ digits }) => digits));
  const added: Recipient[] = [];
  const repeated: string[] = [];
  const rejected: string[] = [];
  for (const entry of entries) {
    const parsed = parseNumber(entry.number);
    if (parsed.ok && known.has(parsed.value.digits)) repeated.push(parsed.value.digits);
    else if (parsed.ok && known.size < mostRecipients) {
      known.add(parsed.value.digits);
      added.push(entry.name === null ? parsed.value : { ...parsed.value, name: entry.name });
    } else rejected.push(writtenOf(entry));
  }
  return { added, repeated, rejected };
}

const writtenOf = ({ number, name }: NamedNumber): string => (name === null ? number : `${name} ${number}`.trim());

/** Adds numbers, each once, whatever has been added since they were read. */
export function addRecipients(present: Recipients, added: Recipients): Recipients {
  const known = new Set(present.map(({ digits }) => digits));
  return [...present, ...added.filter(({ digits }) => !known.has(digits))];
}

export const removeRecipient = (present: Recipients, digits: string): Recipients =>
  present.filter((recipient) => recipient.digits !== digits);

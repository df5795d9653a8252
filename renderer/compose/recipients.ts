import type { FaxNumber } from '../../app/phone/fax-number';
import type { Result } from '../../app/result';

export type Recipients = readonly FaxNumber[];

/** What became of a text the user typed or pasted as recipients. */
export interface ReadRecipients {
  readonly added: Recipients;
  /** Digits that are in the list already. */
  readonly repeated: readonly string[];
  /** The pieces that can't be a number, as typed. */
  readonly rejected: readonly string[];
}

/** The reading of numbers, which is loaded late (`./phone`). */
export interface NumberReading {
  readonly splitNumbers: (text: string) => readonly string[];
  readonly parseNumber: (input: string) => Result<FaxNumber>;
}

/** Sorts the numbers in `text` into new, repeated and impossible ones. */
export function readRecipients(text: string, present: Recipients, reading: NumberReading): ReadRecipients {
  const known = new Set(present.map(({ digits }) => digits));
  const added: FaxNumber[] = [];
  const repeated: string[] = [];
  const rejected: string[] = [];
  for (const piece of reading.splitNumbers(text)) {
    const parsed = reading.parseNumber(piece);
    if (!parsed.ok) rejected.push(piece);
    else if (known.has(parsed.value.digits)) repeated.push(parsed.value.digits);
    else {
      known.add(parsed.value.digits);
      added.push(parsed.value);
    }
  }
  return { added, repeated, rejected };
}

/** Adds numbers, each once, whatever has been added since they were read. */
export function addRecipients(present: Recipients, added: Recipients): Recipients {
  const known = new Set(present.map(({ digits }) => digits));
  return [...present, ...added.filter(({ digits }) => !known.has(digits))];
}

export const removeRecipient = (present: Recipients, digits: string): Recipients =>
  present.filter((recipient) => recipient.digits !== digits);

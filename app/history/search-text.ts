import type { Direction } from '../api/entities';
import { fold } from '../fold';

/** What of a record can be found by free text. */
export interface Searched {
  readonly direction: Direction | null;
  readonly success: boolean;
  readonly sender: string;
  readonly recipient: string;
  readonly senderDigits: string;
  readonly recipientDigits: string;
  readonly header: string;
  readonly result: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly names: readonly string[];
}

/** Stand for a filter of the list in the text that is searched; no folded text holds their brackets. */
export const directionMark = { inbound: '⟦i⟧', outbound: '⟦o⟧', internal: '⟦n⟧' } as const;
export const successMark = (success: boolean): string => (success ? '⟦+⟧' : '⟦-⟧');

const codeStart = 0xe000;
const codeSize = 4096;

/**
 * Stands for a whole number in the text that is searched: three characters of private use, which no folded text holds,
 * so that the index knows all records of a number as it knows those of one syllable.
 */
export function numberCode(digits: string): string {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (const digit of digits) {
    high = Math.imul(high ^ digit.charCodeAt(0), 0x01000193);
    low = Math.imul(low + digit.charCodeAt(0), 0x85ebca6b) ^ (high >>> 13);
  }
  const parts = [high >>> 20, (high >>> 4) ^ (low >>> 18), low >>> 8];
  return String.fromCharCode(...parts.map((part) => codeStart + (((part % codeSize) + codeSize) % codeSize)));
}

/**
 * The text a record is searched in. Every word has two spaces before it, so that three letters, the least the index
 * knows, can also say "a word begins with this one letter".
 */
export function searchTextOf(record: Searched): string {
  const numbers = [record.senderDigits, record.recipientDigits];
  const unlikeNumbers = [record.sender, record.recipient].filter((spelling) => /\p{L}/u.test(spelling));
  const words = [...unlikeNumbers, record.header, record.result, record.note, ...record.tags, ...record.names]
    .map(fold)
    .filter((text) => text !== '');
  const marks = [record.direction === null ? '' : directionMark[record.direction], successMark(record.success)];
  const codes = numbers.filter((digits) => digits.length >= leastCoded).map(numberCode);
  return `${marks.join('')}${codes.join('')}${apart([...numbers, ...new Set(words)].join(' '))}`;
}

/** Fewer digits are an internal line. */
const leastCoded = 6;

/** With two spaces before each word, and at the end. */
export const apart = (text: string): string => `  ${text.split(/\s+/).filter(Boolean).join('  ')}  `;

import type { Direction } from '../api/entities';
import { fold } from './fold';

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
  return `${marks.join('')}${apart([...numbers, ...new Set(words)].join(' '))}`;
}

/** With two spaces before each word, and at the end. */
export const apart = (text: string): string => `  ${text.split(/\s+/).filter(Boolean).join('  ')}  `;

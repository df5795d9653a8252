import { fold } from '../fold';
import { history } from '../i18n/en/history';
import { knownResults } from '../i18n/record-result';

/** How calls end: in English as the window says it, and in the service's Turkish, which is all that records hold. Folded. */
const endings = [...knownResults].map(([result, word]) => ({
  english: fold(history.results[word]),
  stored: fold(result),
}));

/** An ending that was named in English, in so many words. */
export interface NamedEnding {
  readonly english: string;
  readonly stored: string;
  readonly used: number;
}

/** The ending of a call that folded words name from `at` on, whole. */
export function readEnding(words: readonly string[], at: number): NamedEnding | null {
  for (const { english, stored } of endings) {
    const used = english.split(' ').length;
    if (words.slice(at, at + used).join(' ') === english) return { english, stored, used };
  }
  return null;
}

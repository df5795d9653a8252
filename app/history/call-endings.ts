import { fold } from '../fold';
import { history } from '../i18n/en/history';
import { knownResults } from '../i18n/record-result';

/** How a call ends: in English as the window says it, in so many words, and in the service's Turkish, which is all that records hold. Folded. */
export interface CallEnding {
  readonly english: string;
  readonly used: number;
  readonly stored: string;
}

const endings: readonly CallEnding[] = [...knownResults].map(([result, word]) => {
  const english = fold(history.results[word]);
  return { english, used: english.split(' ').length, stored: fold(result) };
});

/** The ending of a call that folded words name from `at` on, whole. */
export const readEnding = (words: readonly string[], at: number): CallEnding | null =>
  endings.find(({ english, used }) => words.slice(at, at + used).join(' ') === english) ?? null;

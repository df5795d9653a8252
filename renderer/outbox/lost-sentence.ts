import type { Translate } from '../../app/i18n/translate';
import { listedNumbers } from '../compose/listed-numbers';

/** So many numbers are named. */
const NAMED = 10;

/** What is said where documents were lost that were to be sent again. `lost`: numbers as they are shown; `sent`: how many faxes were. */
export function lostSentence(t: Translate, lost: readonly string[], sent: number): string {
  const sentence = t('outbox.bulk.lost', { recipients: listedNumbers(t, lost, NAMED) });
  return sent > 0 ? `${sentence} ${t('outbox.bulk.othersSent')}` : sentence;
}

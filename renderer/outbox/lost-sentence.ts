import type { Translate } from '../../app/i18n/translate';

/** So many numbers are named. */
const NAMED = 10;

/** What is said where documents were lost that were to be sent again. `lost`: numbers as they are shown; `sent`: how many faxes were. */
export function lostSentence(t: Translate, lost: readonly string[], sent: number): string {
  const more = lost.length - NAMED;
  const named = [...lost.slice(0, NAMED), ...(more > 0 ? [t('sending.sentBeforeMore', { n: more })] : [])];
  const sentence = t('outbox.bulk.lost', { recipients: named.join(', ') });
  return sent > 0 ? `${sentence} ${t('outbox.bulk.othersSent')}` : sentence;
}

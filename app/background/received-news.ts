import type { FaxesReceived } from '../history/contract';
import type { Translate } from '../i18n/translate';
import type { NewsWish } from './news';

export interface ReceivedNews {
  readonly title: string;
  readonly body: string;
  /** The record a click shows; `null` for the list of several. */
  readonly callUuid: string | null;
}

/** Whether the user wants to be told of faxes that came in: they are no problem, and seen in a window that is looked at. */
export const isWantedReceived = ({ wanted, isWatching }: NewsWish): boolean => wanted === 'all' && !isWatching;

/** The one notification for faxes that came in about together; `null` for none. */
export function composeReceived(
  t: Translate,
  { records, count }: FaxesReceived,
  display: (digits: string) => string,
): ReceivedNews | null {
  const [first] = records;
  if (first === undefined) return null;
  const sender = first.senderName ?? (first.sender === '' ? t('background.received.unknown') : display(first.sender));
  if (count > 1) {
    const body = t('background.received.bodyOfMany', { sender, n: count - 1 });
    return { title: t('background.received.many', { n: count }), body, callUuid: null };
  }
  const pages = first.pagesSent ?? 0;
  const body = pages > 0 ? t('background.received.body', { sender, pages }) : sender;
  return { title: t('background.received.one'), body, callUuid: first.callUuid };
}

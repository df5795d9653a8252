import type { Translate } from '../../app/i18n/translate';
import { localDay } from '../../app/local-day';
import type { Viewed } from './viewed';

/** What a document is called when it is saved or forwarded: `Gelen faks 902123205072 2026-11-23`. */
export function nameOf(viewed: Viewed, t: Translate): string {
  const { number, isReceived } = otherSide(viewed);
  const at = viewed.kind === 'record' ? viewed.record.startAt : viewed.delivery.createdAt;
  const day = at === null ? '' : localDay(at);
  return t(`viewer.fileName.${isReceived ? 'received' : 'sent'}`, { number, day })
    .trim()
    .replace(/\s+/g, ' ');
}

/** The number at the other end, as digits. */
export function otherSide(viewed: Viewed): { number: string; isReceived: boolean } {
  if (viewed.kind === 'delivery') return { number: viewed.delivery.recipient, isReceived: false };
  const { direction, sender, recipient } = viewed.record;
  return direction === 'inbound' ? { number: sender, isReceived: true } : { number: recipient, isReceived: false };
}

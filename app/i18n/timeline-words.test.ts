import { expect, it } from 'vitest';
import type { TimelineEvent } from '../outbox/timeline';
import { timelineWords } from './timeline-words';
import { createTranslate } from './translate';

const told: readonly (readonly [TimelineEvent, string, string])[] = [
  [{ kind: 'queued', notBefore: 0, waitingFor: 'turn' }, 'Sıraya alındı', 'Queued'],
  [
    { kind: 'queued', notBefore: 5, waitingFor: 'time' },
    'Sıraya alındı; gönderim zamanı: <5>',
    'Queued, to be sent at <5>',
  ],
  [
    { kind: 'rescheduled', notBefore: 5, waitingFor: 'officeHours' },
    'Çalışma saatini bekliyor: <5>',
    'Waiting for office hours, <5>',
  ],
  [{ kind: 'accepted', orderId: '20212' }, 'Santral kabul etti, sıra no 20212', 'Accepted by the exchange as 20212'],
  [{ kind: 'serviceStatus', status: 'Aranıyor' }, 'Santral: aranıyor', 'Exchange: dialling'],
  [{ kind: 'serviceStatus', status: 'Beklemede' }, 'Santral: Beklemede', 'Exchange: Beklemede'],
  [{ kind: 'dialling' }, 'Numara aranıyor', 'Dialling'],
  [
    { kind: 'willRetry', retryAt: 9, cause: 'busy', reason: 'Meşgul', callUuid: 'c' },
    'Hat meşgul (Meşgul); <9> saatinde yeniden aranacak',
    'Line busy (Meşgul); next call at <9>',
  ],
  [
    { kind: 'delivered', callUuid: 'c', pagesSent: 2, pagesTotal: 2 },
    'Teslim edildi, 2 / 2 sayfa',
    'Delivered, 2 of 2 pages',
  ],
  [
    { kind: 'delivered', callUuid: 'c', pagesSent: 1, pagesTotal: 1 },
    'Teslim edildi, 1 / 1 sayfa',
    'Delivered, 1 of 1 page',
  ],
  [
    { kind: 'failed', callUuid: 'c', reason: 'Cevap yok', pagesSent: 0, pagesTotal: 2 },
    'Ulaşmadı: Cevap yok (0 / 2 sayfa)',
    'Not delivered: No answer (0 of 2 pages)',
  ],
  [{ kind: 'refused', status: 0, message: '' }, 'Belgesi bulunamadı', 'Its document is missing'],
];

it.each(told)('tells %j in both languages', (event, turkish, english) => {
  const words = (language: 'tr' | 'en') => timelineWords(createTranslate(language), event, (at) => `<${at}>`);
  expect([words('tr'), words('en')]).toEqual([turkish, english]);
});

it('says of an order that left the list only then that it is dialled, where the service has not said so', () => {
  const words = (status: string) =>
    timelineWords(createTranslate('en'), { kind: 'dialling' }, String, { kind: 'serviceStatus', status });
  expect([words('Bekliyor'), words('Gönderiliyor')]).toEqual(['Dialling', 'Called; waiting for the result']);
});

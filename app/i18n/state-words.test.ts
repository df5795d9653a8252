import { describe, expect, it } from 'vitest';
import { type DeliveryState, waitingForSchema } from '../outbox/delivery';
import { keyRefusedMessage } from '../outbox/post-outcome';
import { stateWords } from './state-words';
import { createTranslate } from './translate';

const words = (state: DeliveryState): string => stateWords(createTranslate('tr'), { state, pageCount: 3 });
const ended = { orderId: '7', callUuid: 'c', at: 0 } as const;

describe('a delivery in words', () => {
  it('says what it waits for', () => {
    const waiting = waitingForSchema.options.map((waitingFor) => words({ kind: 'queued', notBefore: 0, waitingFor }));
    expect(new Set(waiting).size).toBe(waitingForSchema.options.length);
  });

  it('says how an accepted fax stands at the service, from its acceptance to its call', () => {
    const accepted = { kind: 'accepted', orderId: '20212', at: 0, serviceStatus: null } as const;
    expect(words(accepted)).toBe('Santral kabul etti (20212)');
    expect(words({ ...accepted, serviceStatus: 'Gönderiliyor' })).toBe('Santralde, gönderiliyor (20212)');
    expect(words({ ...accepted, serviceStatus: 'Bekliyor', leftPendingAt: 1 })).toBe('Numara aranıyor (20212)');
    expect(words({ ...accepted, serviceStatus: 'Gönderiliyor', leftPendingAt: 1 })).toContain('sonucu bekleniyor');
  });

  it('says how many pages arrived, as the service counted them or else against ours', () => {
    expect(words({ kind: 'delivered', ...ended, pagesSent: 2, pagesTotal: 2 })).toContain('2 / 2');
    expect(words({ kind: 'failed', ...ended, reason: 'Meşgul', pagesSent: 1, pagesTotal: null })).toMatch(
      /Meşgul.*1 \/ 3/,
    );
    const english = stateWords(createTranslate('en'), {
      state: { kind: 'failed', ...ended, reason: 'Meşgul', pagesSent: 0, pagesTotal: 2 },
      pageCount: 2,
    });
    expect(english).toBe('Not delivered: Busy (0 of 2 pages)');
    expect(words({ kind: 'delivered', ...ended, pagesSent: null, pagesTotal: null })).not.toContain('/');
  });

  it('says that a fax whose document is lost was not sent', () => {
    expect(words({ kind: 'refused', status: 0, message: '', at: 0 })).toContain('Gönderilemedi');
    expect(words({ kind: 'refused', status: 400, message: keyRefusedMessage, at: 0 })).toContain('Anahtarı ayarlardan');
  });
});

import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../app/i18n/translate';
import { lostSentence } from './lost-sentence';

const t = createTranslate('en');

describe('what is said of lost documents', () => {
  it('names the numbers, and says of the others that they are on their way', () => {
    const sentence = lostSentence(t, ['0212 320 50 72', '+47 22 12 34 56'], 3);
    expect(sentence).toContain('0212 320 50 72, +47 22 12 34 56.');
    expect(sentence).toContain(t('outbox.bulk.othersSent'));
    expect(lostSentence(t, ['0212 320 50 72'], 0)).not.toContain(t('outbox.bulk.othersSent'));
  });

  it('names ten at most', () => {
    const many = Array.from({ length: 12 }, (_, n) => `number-${n}`);
    expect(lostSentence(t, many, 0)).toContain('number-9, and 2 more.');
  });
});

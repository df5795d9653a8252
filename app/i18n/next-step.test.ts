import { describe, expect, it } from 'vitest';
import { nextStep } from './next-step';
import { createTranslate } from './translate';

const t = createTranslate('en');
const refused = (message: string, status = 400) => nextStep(t, { kind: 'refused', status, message, at: 0 });
const ended = { orderId: '7', callUuid: 'c', pagesSent: 0, pagesTotal: 3, at: 0 } as const;

describe('what to do about a fax that did not go', () => {
  it.each([
    ['remote_station_id is not allowed', /recipient/],
    ['local_station_id: not yours', /sender number/],
    ['local_station_header is required', /sender header/],
    ['invalid base64', /document/],
    ['Gecersiz anahtar', /API key/],
    ['hat yok', /exchange/],
  ])('names what was refused by “%s”', (message, part) => {
    expect(refused(message)).toMatch(part);
  });

  it('says of a failed one that it is not tried again by itself', () => {
    expect(nextStep(t, { kind: 'failed', ...ended, reason: 'Meşgul' })).toMatch(/not be tried again/);
  });

  it('has nothing to say of one that arrived, or whose words say it already', () => {
    expect(nextStep(t, { kind: 'delivered', ...ended })).toBeNull();
    expect(refused('The document is missing or damaged.', 0)).toBeNull();
  });
});

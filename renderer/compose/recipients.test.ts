import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../app/phone/fax-number';
import { readNamedNumbers } from '../../app/phone/named-numbers';
import { addRecipients, readRecipients, removeRecipient } from './recipients';

const reading = { parseNumber, readNamedNumbers };
const one = { digits: '902123205072', warning: null };

describe('recipients', () => {
  it('read from a pasted list are new, repeated or impossible', () => {
    const read = readRecipients('0212 320 50 72; 0532 111 22 33, elma\n+90 212 320 50 72', [], reading);
    expect(read.added.map(({ digits, warning }) => [digits, warning])).toEqual([
      ['902123205072', null],
      ['905321112233', 'mobile'],
    ]);
    expect(read.repeated).toEqual(['902123205072']);
    expect(read.rejected).toEqual(['elma']);
  });

  it('are in the list once, however often they are added', () => {
    expect(addRecipients([one], [one])).toEqual([one]);
    expect(readRecipients('02123205072', [one], reading).repeated).toEqual([one.digits]);
  });

  it('keep the names written beside them', () => {
    expect(readRecipients('Ağrı Hukuk <0212 320 50 72>', [], reading).added).toEqual([{ ...one, name: 'Ağrı Hukuk' }]);
  });

  it('are a thousand at most; what is more is not lost', () => {
    const list = Array.from({ length: 1_003 }, (_, n) => `0212 320 ${1000 + n}`);
    const { added, rejected } = readRecipients(list.join('\n'), [], reading);
    expect([added.length, rejected]).toEqual([1_000, list.slice(1_000)]);
  });

  it('leave by their digits', () => {
    expect(removeRecipient([one], one.digits)).toEqual([]);
  });
});

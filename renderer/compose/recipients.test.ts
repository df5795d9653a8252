import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../app/phone/fax-number';
import { splitNumbers } from '../../app/phone/split';
import { addRecipients, readRecipients, removeRecipient } from './recipients';

const reading = { parseNumber, splitNumbers };
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

  it('leave by their digits', () => {
    expect(removeRecipient([one], one.digits)).toEqual([]);
  });
});

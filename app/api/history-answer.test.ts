import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOfStamp } from './stamps';
import { historyAnswer } from './history-answer';

const asked = { limit: 100, page: 1 };
const read = (answer: unknown) => historyAnswer(asked).safeParse(answer).data ?? null;
const fields = [
  ...['direction', 'caller_id_number', 'local_station_header', 'original_destination', 'pages_count', 'transfer_rate'],
  ...['start_stamp', 'answer_stamp', 'end_stamp', 'duration', 'success', 'result'],
];
const strange = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue());
const entry = fc
  .dictionary(fc.constantFrom(...fields), strange)
  .chain((said) => fc.string({ minLength: 1 }).map((id) => ({ ...said, call_uuid: `x${id}` })));

describe('an answer that is not as documented', () => {
  it('gives every record that has an id, whatever else it says', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.array(strange, { maxLength: 3 }), (entries, others) => {
        const page = read({ fdrs: [...entries, ...others], pagination: null });
        expect(page?.records.map(({ record }) => record.callUuid.trim())).toEqual(
          entries.map(({ call_uuid: id }) => id.trim()),
        );
        expect(page?.unusable).toBe(others.length);
      }),
    );
  });

  it('gives records that come without the frame around them', () => {
    expect(read([{ call_uuid: 'a' }, 7])).toMatchObject({ records: [{ record: { callUuid: 'a' } }], unusable: 1 });
  });

  it('says which fields could not be read', () => {
    const page = read({
      fdrs: [
        { call_uuid: 'a', direction: 'Transfer', duration: 'uzun', pages_count: 'iki', success: 'belki', result: [] },
      ],
    });
    expect(page?.records[0]?.unreadable).toEqual(['direction', 'pages_count', 'duration', 'result', 'success']);
  });

  it('says nothing of fields the service left out', () => {
    expect(read({ fdrs: [{ call_uuid: 'a', direction: '', duration: null }] })?.records[0]?.unreadable).toEqual([]);
  });

  it.each([[null], ['x'], [[]], [{}], [{ fdrs: {} }], [{ fdrs: [{}] }], [{ fdrs: ['<html>'] }]])(
    'is no list where it holds none: %j',
    (answer) => {
      expect(read(answer)).toBeNull();
    },
  );

  it.each([
    [{ total_count: 7 }, 7],
    [{ total_count: '7' }, 7],
    [{ total_count: 'yedi' }, null],
    [undefined, null],
  ])('counts %j as %j', (pagination, total) => {
    expect(read({ fdrs: [], pagination })?.total).toBe(total);
  });
});

describe('a stamp', () => {
  const at = Date.UTC(2018, 5, 5, 7, 57, 45);
  it.each([
    '2018-06-05 10:57:45',
    '2018-06-05T10:57:45',
    '2018-06-05T10:57:45+03:00',
    '2018-06-05 07:57:45 UTC',
    '2018-06-05T07:57:45.000Z',
    '05.06.2018 10:57:45',
    '5/6/2018 10:57:45',
    '2018/06/05 10:57:45',
    String(at),
    String(at / 1000),
  ])('is read from %j', (stamp) => {
    expect(momentOfStamp(stamp)).toBe(at);
  });

  it.each(['', 'dün', '31.02.2018 10:00', '12', '2018-06-05 25:00:00'])('is none: %j', (stamp) => {
    expect(momentOfStamp(stamp)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (stamp) => Number.isFinite(momentOfStamp(stamp) ?? 0)));
  });
});

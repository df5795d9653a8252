import { describe, expect, it } from 'vitest';
import { callerIdsAnswer, contactsAnswer, pendingAnswer, readIdAnswer, recordsAnswer } from './answers';

const asked = { limit: 10, page: 1 };
const order = {
  id: 96,
  created_at: '2018-06-05 10:57:45',
  local_station_id: '902129630131',
  remote_station_id: '902123205072',
  status: 'Bekliyor',
};
const readOrder = {
  orderId: '96',
  createdAt: '2018-06-05 10:57:45',
  sender: '902129630131',
  recipient: '902123205072',
  status: 'Bekliyor',
};
const fdr = {
  call_uuid: '3289fe02-2dc7-11e8-9a23-1f0cd544cc6b',
  direction: 'Giden',
  caller_id_number: '902129630131',
  local_station_header: 'Bulutsantralim',
  original_destination: '902123205072',
  pages_count: '1 / 2',
  transfer_rate: 14400,
  start_stamp: '2018-03-22 14:50:20',
  answer_stamp: '2018-03-22 14:50:20',
  end_stamp: '2018-03-22 14:50:35',
  duration: 15,
  success: true,
  result: 'Başarılı',
};
const recordOf = (changes: object) => recordsAnswer(asked).parse({ fdrs: [{ ...fdr, ...changes }] }).records[0];

describe('pending orders', () => {
  it('are read from the older bare array as one whole list', () => {
    expect(pendingAnswer({ limit: 10, page: 3 }).parse([order])).toEqual({
      orders: [readOrder],
      pagination: { page: 1, totalCount: 1, totalPages: 1, limit: 10 },
    });
  });

  it('are read from the newer page', () => {
    const pagination = { page: 2, total_count: '11', total_pages: 2, limit: 10 };
    expect(pendingAnswer({ limit: 10, page: 2 }).parse({ fax_orders: [order], pagination })).toEqual({
      orders: [readOrder],
      pagination: { page: 2, totalCount: 11, totalPages: 2, limit: 10 },
    });
  });

  it('may lack anything but their id', () => {
    expect(pendingAnswer(asked).parse([{ id: 'a1' }]).orders).toEqual([
      { orderId: 'a1', createdAt: '', sender: '', recipient: '', status: '' },
    ]);
    expect(pendingAnswer(asked).safeParse([{ ...order, id: null }]).success).toBe(false);
  });

  it.each([{}, null, 'x', { fax_orders: null }, { error: 'x' }, ['x']])('are not read from %j', (answer) => {
    expect(pendingAnswer(asked).safeParse(answer).success).toBe(false);
  });
});

describe('records', () => {
  it('are read whole', () => {
    expect(recordOf({})).toEqual({
      callUuid: '3289fe02-2dc7-11e8-9a23-1f0cd544cc6b',
      direction: 'outbound',
      sender: '902129630131',
      recipient: '902123205072',
      header: 'Bulutsantralim',
      pagesCount: '1 / 2',
      pagesSent: 1,
      pagesTotal: 2,
      transferRateBps: 14400,
      startStamp: '2018-03-22 14:50:20',
      answerStamp: '2018-03-22 14:50:20',
      endStamp: '2018-03-22 14:50:35',
      durationSeconds: 15,
      success: true,
      result: 'Başarılı',
    });
  });

  it('may hold text for numbers and nothing for text', () => {
    const loose = { transfer_rate: '14400', duration: '15', success: 'false', answer_stamp: '', end_stamp: null };
    expect(recordOf({ ...loose, local_station_header: null, caller_id_number: 1001 })).toMatchObject({
      transferRateBps: 14400,
      durationSeconds: 15,
      success: false,
      answerStamp: null,
      endStamp: null,
      header: '',
      sender: '1001',
    });
  });

  it('may lack anything but their id', () => {
    const { records } = recordsAnswer(asked).parse({ fdrs: [{ call_uuid: 'x' }] });
    expect(records).toMatchObject([{ callUuid: 'x', direction: null, pagesSent: null, success: false }]);
    expect(recordsAnswer(asked).safeParse({ fdrs: [{ ...fdr, call_uuid: undefined }] }).success).toBe(false);
  });

  it.each([
    ['Gelen', 'inbound'],
    ['GİDEN', 'outbound'],
    ['Santral içi', 'internal'],
    ['Santral İçi', 'internal'],
    ['SANTRAL ICI', 'internal'],
    ['INBOUND', 'inbound'],
    ['INTERNAL', 'internal'],
    ['Transfer', null],
  ])('go the way the service calls %s', (direction, expected) => {
    expect(recordOf({ direction })?.direction).toBe(expected);
  });

  it.each([
    ['0 / 0', 0, 0],
    ['12/30', 12, 30],
    [3, 3, null],
    ['', null, null],
    ['iki', null, null],
  ])('say by %j how many pages went', (pages, pagesSent, pagesTotal) => {
    expect(recordOf({ pages_count: pages })).toMatchObject({ pagesSent, pagesTotal });
  });

  it('succeeded by their result where they do not say', () => {
    expect(recordOf({ success: null })?.success).toBe(true);
    expect(recordOf({ success: null, result: 'Meşgul' })?.success).toBe(false);
  });

  it.each([[], {}, { fdrs: {} }, { fdrs: null }, 'x', null])('are not read from %j', (answer) => {
    expect(recordsAnswer(asked).safeParse(answer).success).toBe(false);
  });

  it('have their place worked out where the answer does not say it', () => {
    const page = { limit: 10, page: 3 };
    const records = Array.from({ length: 10 }, () => fdr);
    expect(recordsAnswer(page).parse({ fdrs: records }).pagination).toEqual({
      page: 3,
      totalCount: 30,
      totalPages: 4,
      limit: 10,
    });
  });
});

it('reads own numbers whether text or number', () => {
  expect(callerIdsAnswer.parse(['908501234567', 902129630131])).toEqual(['908501234567', '902129630131']);
});

it('reads a contact of which the service knows little', () => {
  expect(contactsAnswer(asked).parse({ contacts: [{ id: 7, name: 'Ayşe', group_ids: [1] }] }).contacts).toEqual([
    {
      id: '7',
      name: 'Ayşe',
      surname: null,
      companyName: null,
      phone: null,
      phone1: null,
      phone2: null,
      fax: null,
      email: null,
      groupIds: ['1'],
    },
  ]);
});

describe('readIdAnswer', () => {
  it.each([
    ['20212', '20212'],
    ['20212\n', '20212'],
    ['"20212"\r\n', '20212'],
    ['ab-12_c', 'ab-12_c'],
    ['\ufeff20212', '20212'],
  ])('reads %j', (body, orderId) => {
    expect(readIdAnswer(body)).toBe(orderId);
  });

  it.each(['', ' ', 'OK', 'null', '<html>1</html>', '{"id":1}', 'error 500', '1 2', '0', '"00"', '-1', '.5'])(
    'finds no id in %j',
    (body) => {
      expect(readIdAnswer(body)).toBeNull();
    },
  );
});

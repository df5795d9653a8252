import { randomUUID } from 'node:crypto';
import type { Direction } from '../../app/api/entities';
import type { FaxCall, PhoneBook } from './entities';
import type { Beginnings } from './ledger';

/** The demo account's own numbers. */
export const ownNumbers = ['902129630131', '908501234567'] as const;
const [istanbul, everywhere] = ownNumbers;
const header = 'Bulutsantralim';

type PastCall = readonly [
  daysAgo: number,
  time: string,
  direction: Direction,
  sender: string,
  recipient: string,
  pages: `${number} / ${number}`,
  result: string,
];

/** A month at a small office. As at the real service, some successful calls count no pages. */
const past: readonly PastCall[] = [
  [1, '09:12', 'inbound', '903122204050', istanbul, '2 / 2', 'Başarılı'],
  [1, '10:31', 'outbound', istanbul, '902123205072', '3 / 3', 'Başarılı'],
  [1, '16:48', 'outbound', istanbul, '902164441100', '0 / 2', 'Meşgul'],
  [2, '11:05', 'outbound', everywhere, '902324551122', '1 / 1', 'Başarılı'],
  [2, '14:20', 'internal', '1001', '1004', '1 / 1', 'Başarılı'],
  [3, '09:40', 'inbound', '902242203344', istanbul, '5 / 5', 'Başarılı'],
  [4, '13:15', 'outbound', istanbul, '902123205072', '0 / 0', 'Başarılı'],
  [5, '10:02', 'outbound', istanbul, '903124187700', '12 / 12', 'Başarılı'],
  [5, '15:37', 'inbound', '493012345678', everywhere, '1 / 1', 'Başarılı'],
  [6, '11:58', 'outbound', everywhere, '902623223301', '0 / 4', 'Cevap yok'],
  [7, '09:25', 'outbound', everywhere, '902623223341', '4 / 4', 'Başarılı'],
  [8, '17:10', 'inbound', '902123205072', istanbul, '1 / 3', 'Bağlantı koptu'],
  [8, '17:19', 'inbound', '902123205072', istanbul, '3 / 3', 'Başarılı'],
  [10, '10:44', 'outbound', istanbul, '442079460018', '2 / 2', 'Başarılı'],
  [11, '14:03', 'internal', '1002', '1001', '2 / 2', 'Başarılı'],
  [12, '12:30', 'outbound', istanbul, '902125550142', '0 / 1', 'Numara kullanılmıyor'],
  [13, '09:08', 'inbound', '904440123', istanbul, '1 / 1', 'Başarılı'],
  [15, '16:21', 'outbound', istanbul, '902164441188', '6 / 6', 'Başarılı'],
  [16, '11:11', 'outbound', everywhere, '902422438890', '2 / 7', 'Bağlantı koptu'],
  [16, '11:26', 'outbound', everywhere, '902422438890', '7 / 7', 'Başarılı'],
  [19, '13:52', 'inbound', '903122204050', everywhere, '0 / 0', 'Başarılı'],
  [21, '10:19', 'outbound', istanbul, '902123205072', '1 / 1', 'Başarılı'],
  [22, '15:05', 'internal', '1004', '1002', '0 / 1', 'Meşgul'],
  [25, '09:33', 'inbound', '902323662255', istanbul, '8 / 8', 'Başarılı'],
  [28, '14:47', 'outbound', istanbul, '903124187700', '2 / 2', 'Başarılı'],
];

/** The history and phone book of a new demo account whose today is `nowMs`. */
export const beginnings = (nowMs: number): Beginnings => ({
  calls: past.map((call, index) => callOf(call, index, nowMs)),
  phoneBook: phoneBook(),
});

function callOf(
  [daysAgo, time, direction, sender, recipient, pages, result]: PastCall,
  index: number,
  nowMs: number,
): FaxCall {
  const [pagesSent = 0, pagesTotal = 0] = pages.split(' / ').map(Number);
  const day = new Date(nowMs - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const startAt = Date.parse(`${day}T${time}:${String((index * 17) % 60).padStart(2, '0')}+03:00`);
  const answered = pagesSent > 0 || result === 'Başarılı';
  const answerAt = answered ? startAt + 9000 : null;
  // A call has some 15 s of its own and, at 14,400 bit/s, half a minute a page.
  const endAt = startAt + (answered ? 9000 + 15_000 + pagesSent * 29_000 : 31_000);
  return {
    ...{
      callUuid: randomUUID(),
      direction,
      sender,
      recipient,
      pagesSent,
      pagesTotal,
      startAt,
      answerAt,
      endAt,
      result,
    },
    header: direction === 'inbound' ? '' : header,
    transferRateBps: answered ? (index % 6 === 4 ? 9600 : 14400) : 0,
    success: result === 'Başarılı',
  };
}

const people = [
  ['Ayşe', 'Yılmaz', 'Yılmaz Lojistik A.Ş.', '902123205072', '1'],
  ['Mehmet', 'Demir', 'Demir Hukuk Bürosu', '903124187700', '1'],
  ['İnci', 'Çağlar', 'Çağlar Sigorta', '902324551122', '2'],
  ['Jürgen', 'Weiß', 'Weiß Maschinenbau GmbH', '493012345678', '2'],
] as const;

export const contactGroups = [
  { id: 1, name: 'Müşteriler' },
  { id: 2, name: 'Tedarikçiler' },
] as const;

const phoneBook = (): PhoneBook => ({
  nextId: 501 + people.length,
  contacts: people.map(([name, surname, companyName, phone, group], index) => ({
    ...{ id: String(501 + index), name, surname, companyName, phone, fax: phone, groupIds: [group] },
    ...{ phone1: null, phone2: null, email: null },
  })),
});

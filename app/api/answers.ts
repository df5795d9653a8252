import * as z from 'zod/mini';
import { fold } from '../fold';
import { id, numberOrNull, text, textOrNull, truthOrNull } from './answer-fields';
import type { Contact, ContactGroup, Direction, FaxRecord, PageRequest, Pagination, PendingOrder } from './entities';

const paginationAnswer = z.nullish(
  z.object({ page: numberOrNull, total_count: numberOrNull, total_pages: numberOrNull, limit: numberOrNull }),
);
type PaginationAnswer = z.infer<typeof paginationAnswer>;

/** What the answer says of its place; from what was asked and came where it says nothing. */
function paginationOf(said: PaginationAnswer, asked: PageRequest, count: number): Pagination {
  return {
    page: wholeOr(said?.page, asked.page),
    totalCount: wholeOr(said?.total_count, (asked.page - 1) * asked.limit + count),
    totalPages: wholeOr(said?.total_pages, pagesUpTo(said, asked, count)),
    limit: wholeOr(said?.limit, asked.limit),
  };
}

/** A page shorter than asked for is the last one only where the service honours that limit: one that says nothing may not. */
function pagesUpTo(said: PaginationAnswer, { page }: PageRequest, count: number): number {
  const total = said?.total_count ?? null;
  if (count === 0) return page;
  return total === null ? page + 1 : Math.max(page, Math.ceil(total / count));
}

const wholeOr = (said: number | null | undefined, otherwise: number): number =>
  said === null || said === undefined ? otherwise : Math.trunc(said);

const orderAnswer = z.pipe(
  z.object({ id, created_at: text, local_station_id: text, remote_station_id: text, status: text }),
  z.transform((order): PendingOrder => ({
    orderId: order.id,
    createdAt: order.created_at,
    sender: order.local_station_id,
    recipient: order.remote_station_id,
    status: order.status,
  })),
);

export interface PendingPage {
  readonly orders: PendingOrder[];
  readonly pagination: Pagination;
}

/** `GET /fax_orders`: older services answer the whole list as a bare array, newer ones a page of it. */
export const pendingAnswer = (asked: PageRequest): z.ZodMiniType<PendingPage> =>
  z.union([
    z.pipe(
      z.array(orderAnswer),
      z.transform((orders) => ({ orders, pagination: wholeList(orders.length, asked) })),
    ),
    z.pipe(
      z.object({ fax_orders: z.array(orderAnswer), pagination: paginationAnswer }),
      z.transform(({ fax_orders: orders, pagination }) => ({
        orders,
        pagination: paginationOf(pagination, asked, orders.length),
      })),
    ),
  ]);

const wholeList = (count: number, { limit }: PageRequest): Pagination => ({
  page: 1,
  totalCount: count,
  totalPages: 1,
  limit,
});

const directions = new Map<string, Direction>([
  ['gelen', 'inbound'],
  ['giden', 'outbound'],
  ['santral ici', 'internal'],
  ['inbound', 'inbound'],
  ['outbound', 'outbound'],
  ['internal', 'internal'],
]);
const directionOf = (word: string): Direction | null => directions.get(fold(word)) ?? null;

/** `"1 / 2"`: sent and total. Anything else says nothing. */
function readPagesCount(pagesCount: string): { pagesSent: number | null; pagesTotal: number | null } {
  const [, sent, total] = /^(\d{1,6})(?:\s*\/\s*(\d{1,6}))?$/.exec(pagesCount.trim()) ?? [];
  const whole = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  return { pagesSent: whole(sent), pagesTotal: whole(total) };
}

const recordAnswer = z.pipe(
  z.object({
    call_uuid: id,
    direction: text,
    caller_id_number: text,
    local_station_header: text,
    original_destination: text,
    pages_count: text,
    transfer_rate: numberOrNull,
    start_stamp: text,
    answer_stamp: textOrNull,
    end_stamp: textOrNull,
    duration: numberOrNull,
    success: truthOrNull,
    result: text,
  }),
  z.transform((fdr): FaxRecord => ({
    callUuid: fdr.call_uuid,
    direction: directionOf(fdr.direction),
    sender: fdr.caller_id_number,
    recipient: fdr.original_destination,
    header: fdr.local_station_header,
    pagesCount: fdr.pages_count,
    ...readPagesCount(fdr.pages_count),
    transferRateBps: fdr.transfer_rate,
    startStamp: fdr.start_stamp,
    answerStamp: fdr.answer_stamp,
    endStamp: fdr.end_stamp,
    durationSeconds: fdr.duration,
    success: fdr.success ?? fdr.result === 'Başarılı',
    result: fdr.result,
  })),
);

export interface RecordsPage {
  readonly records: FaxRecord[];
  readonly pagination: Pagination;
}

/** Records without the frame around them are taken all the same; an empty array says nothing, and is no empty list. */
export const listed = z.transform((answer: unknown): unknown =>
  Array.isArray(answer) && answer.length > 0 ? { fdrs: answer as unknown[] } : answer,
);

/** `GET /fdrs`. Strict in that there are records with ids, lenient in all they say. */
export const recordsAnswer = (asked: PageRequest): z.ZodMiniType<RecordsPage> =>
  z.pipe(
    z.pipe(listed, z.object({ fdrs: z.array(recordAnswer), pagination: paginationAnswer })),
    z.transform(({ fdrs, pagination }) => ({
      records: fdrs,
      pagination: paginationOf(pagination, asked, fdrs.length),
    })),
  );

/** `GET /caller_ids`. */
export const callerIdsAnswer = z.array(id);

const contactAnswer = z.pipe(
  z.object({
    id,
    name: text,
    surname: textOrNull,
    company_name: textOrNull,
    phone: textOrNull,
    phone1: textOrNull,
    phone2: textOrNull,
    fax: textOrNull,
    email: textOrNull,
    group_ids: z.catch(z.nullish(z.array(id)), null),
  }),
  z.transform(({ company_name: companyName, group_ids: groupIds, ...contact }): Contact => ({
    ...contact,
    companyName,
    groupIds: groupIds ?? [],
  })),
);

export interface ContactsPage {
  readonly contacts: Contact[];
  readonly pagination: Pagination;
}

/** `GET /contacts`. */
export const contactsAnswer = (asked: PageRequest): z.ZodMiniType<ContactsPage> =>
  z.pipe(
    z.object({ contacts: z.array(contactAnswer), pagination: paginationAnswer }),
    z.transform(({ contacts, pagination }) => ({
      contacts,
      pagination: paginationOf(pagination, asked, contacts.length),
    })),
  );

/** `GET /contact_groups`. */
export const contactGroupsAnswer: z.ZodMiniType<ContactGroup[]> = z.array(z.object({ id, name: text }));

/**
 * The order id, or a new contact's: plain text, perhaps in quotes. `null` for anything else: nothing, a page, a
 * sentence, a word without any digit (`OK`, `null`), or a number that counts nothing (`0`, `-1`).
 */
export function readIdAnswer(body: string): string | null {
  const word = /^["']?(\w[\w.-]{0,63})["']?$/.exec(body.trim())?.[1];
  return word !== undefined && /\d/.test(word) && !/^0+$/.test(word) ? word : null;
}

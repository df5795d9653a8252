import * as z from 'zod/mini';

/** Where a list stands, as the service says (api.md, `pagination`). */
export const paginationSchema = z.object({
  page: z.int(),
  totalCount: z.int(),
  totalPages: z.int(),
  limit: z.int(),
});
export type Pagination = z.infer<typeof paginationSchema>;

/** An order the service has accepted and not finished (`GET /fax_orders`). */
export const pendingOrderSchema = z.object({
  orderId: z.string(),
  /** The service's stamp, `2018-06-05 10:57:45`, local time without a zone. */
  createdAt: z.string(),
  sender: z.string(),
  recipient: z.string(),
  status: z.string(),
});
export type PendingOrder = z.infer<typeof pendingOrderSchema>;

export const directionSchema = z.enum(['inbound', 'outbound', 'internal']);
export type Direction = z.infer<typeof directionSchema>;

/** A fax detail record (`GET /fdrs`). `null` where the service said nothing. */
export const faxRecordSchema = z.object({
  callUuid: z.string(),
  /** `null` for a word the documents don't list. */
  direction: z.nullable(directionSchema),
  sender: z.string(),
  recipient: z.string(),
  header: z.string(),
  /** As the service says it: `"2 / 2"`. */
  pagesCount: z.string(),
  pagesSent: z.nullable(z.int()),
  pagesTotal: z.nullable(z.int()),
  transferRateBps: z.nullable(z.number()),
  startStamp: z.string(),
  answerStamp: z.nullable(z.string()),
  endStamp: z.nullable(z.string()),
  durationSeconds: z.nullable(z.number()),
  success: z.boolean(),
  result: z.string(),
});
export type FaxRecord = z.infer<typeof faxRecordSchema>;

export const pageRequestSchema = z.object({
  limit: z.int().check(z.minimum(10), z.maximum(100)),
  page: z.int().check(z.minimum(1)),
});
export type PageRequest = z.infer<typeof pageRequestSchema>;

/** `GET /fdrs` answers for no longer a span at once. */
export const longestSpanDays = 31;

/** Every filter of `GET /fdrs`. `since`, `until`: epoch milliseconds. */
export const recordFilterSchema = z.object({
  since: z.optional(z.number()),
  until: z.optional(z.number()),
  direction: z.optional(directionSchema),
  sender: z.optional(z.string()),
  recipient: z.optional(z.string()),
  success: z.optional(z.boolean()),
});
export type RecordFilter = z.infer<typeof recordFilterSchema>;

/** Someone in the phone book (`GET /contacts`). `null` where the service said nothing. */
export const contactSchema = z.object({
  id: z.string(),
  name: z.string(),
  surname: z.nullable(z.string()),
  companyName: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  phone1: z.nullable(z.string()),
  phone2: z.nullable(z.string()),
  fax: z.nullable(z.string()),
  email: z.nullable(z.string()),
  groupIds: z.array(z.string()),
});
export type Contact = z.infer<typeof contactSchema>;

/** What a contact is created or changed with; the service requires `name` and `phone`. */
export const contactDraftSchema = z.extend(z.partial(z.omit(contactSchema, { id: true, name: true, phone: true })), {
  name: z.string().check(z.minLength(1)),
  phone: z.string().check(z.minLength(1)),
});
export type ContactDraft = z.infer<typeof contactDraftSchema>;

export const contactGroupSchema = z.object({ id: z.string(), name: z.string() });
export type ContactGroup = z.infer<typeof contactGroupSchema>;

import { z } from 'zod';

/** Where a list stands, as the service says (api.md, `pagination`). */
export const paginationSchema = z.object({
  page: z.number().int(),
  totalCount: z.number().int(),
  totalPages: z.number().int(),
  limit: z.number().int(),
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
  direction: directionSchema.nullable(),
  sender: z.string(),
  recipient: z.string(),
  header: z.string(),
  /** As the service says it: `"2 / 2"`. */
  pagesCount: z.string(),
  pagesSent: z.number().int().nullable(),
  pagesTotal: z.number().int().nullable(),
  transferRateBps: z.number().nullable(),
  startStamp: z.string(),
  answerStamp: z.string().nullable(),
  endStamp: z.string().nullable(),
  durationSeconds: z.number().nullable(),
  success: z.boolean(),
  result: z.string(),
});
export type FaxRecord = z.infer<typeof faxRecordSchema>;

export const pageRequestSchema = z.object({
  limit: z.number().int().min(10).max(100),
  page: z.number().int().min(1),
});
export type PageRequest = z.infer<typeof pageRequestSchema>;

/** `GET /fdrs` answers for no longer a span at once. */
export const longestSpanDays = 31;

/** Every filter of `GET /fdrs`. `since`, `until`: epoch milliseconds. */
export const recordFilterSchema = z.object({
  since: z.number().optional(),
  until: z.number().optional(),
  direction: directionSchema.optional(),
  sender: z.string().optional(),
  recipient: z.string().optional(),
  success: z.boolean().optional(),
});
export type RecordFilter = z.infer<typeof recordFilterSchema>;

/** Someone in the phone book (`GET /contacts`). `null` where the service said nothing. */
export const contactSchema = z.object({
  id: z.string(),
  name: z.string(),
  surname: z.string().nullable(),
  companyName: z.string().nullable(),
  phone: z.string().nullable(),
  phone1: z.string().nullable(),
  phone2: z.string().nullable(),
  fax: z.string().nullable(),
  email: z.string().nullable(),
  groupIds: z.array(z.string()),
});
export type Contact = z.infer<typeof contactSchema>;

/** What a contact is created or changed with; the service requires `name` and `phone`. */
export const contactDraftSchema = contactSchema
  .omit({ id: true, name: true, phone: true })
  .partial()
  .extend({ name: z.string().min(1), phone: z.string().min(1) });
export type ContactDraft = z.infer<typeof contactDraftSchema>;

export const contactGroupSchema = z.object({ id: z.string(), name: z.string() });
export type ContactGroup = z.infer<typeof contactGroupSchema>;

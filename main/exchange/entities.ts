import * as z from 'zod/mini';
import { contactSchema, directionSchema } from '../../app/api/entities';

/** Epoch milliseconds. */
const atMs = z.number();

/** What `POST /fax_orders` accepted. It never changes: where it stands follows from the time since (`order-life.ts`). */
export const orderSchema = z.object({
  orderId: z.int(),
  acceptedAt: atMs,
  sender: z.string(),
  recipient: z.string(),
  header: z.string(),
  mime: z.string(),
  pages: z.int(),
  callUuid: z.string(),
});
export type Order = z.infer<typeof orderSchema>;

/** A fax call that is over: what a record tells of. */
export const faxCallSchema = z.object({
  callUuid: z.string(),
  direction: directionSchema,
  sender: z.string(),
  recipient: z.string(),
  header: z.string(),
  pagesSent: z.int(),
  pagesTotal: z.int(),
  transferRateBps: z.int(),
  startAt: atMs,
  /** `null` when nobody answered. */
  answerAt: z.nullable(atMs),
  endAt: atMs,
  success: z.boolean(),
  result: z.string(),
});
export type FaxCall = z.infer<typeof faxCallSchema>;

export const phoneBookSchema = z.object({ nextId: z.int(), contacts: z.array(contactSchema) });
export type PhoneBook = z.infer<typeof phoneBookSchema>;

/** An accepted fax, with the file that was decoded from its form. */
export interface ReceivedFax {
  readonly orderId: string;
  readonly recipient: string;
  readonly sender: string;
  readonly header: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A fax from outside. */
export interface ArrivingFax {
  /** Default: a number in Ankara. */
  readonly sender?: string;
  /** Default: the first own number. */
  readonly recipient?: string;
  readonly header?: string;
  readonly pages?: number;
  /** A PDF or TIFF; made up when not given. */
  readonly bytes?: Uint8Array;
}

/** A `POST /fax_orders` that reached the exchange, however it ended. No key. */
export interface PostSeen {
  readonly at: number;
  /** `null` when the body was not read. */
  readonly recipient: string | null;
  /** `null` unless it was accepted. */
  readonly orderId: string | null;
  /** `null` when the connection was dropped instead. */
  readonly status: number | null;
}

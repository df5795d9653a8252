import * as z from 'zod/mini';
import { failureSchema } from '../failure';
import { deliverySchema, deliveryStateSchema } from './delivery';
import type { Delivery, DeliveryState } from './delivery';

/** Epoch milliseconds. */
const atMs = z.number();

export const deliveryKinds = deliveryStateSchema.def.options.map((option) => option.shape.kind.def.values[0]) as [
  DeliveryState['kind'],
  ...DeliveryState['kind'][],
];
export const deliveryKindSchema = z.enum(deliveryKinds);

/** Which deliveries of the account; all where nothing is said. */
export const outboxFilterSchema = z.object({
  kinds: z.optional(z.array(deliveryKindSchema)),
  faxId: z.optional(z.string()),
  ids: z.optional(z.array(z.string()).check(z.maxLength(10_000))),
  /** Digits of the recipient or part of the header. */
  search: z.optional(z.string().check(z.maxLength(200))),
});
export type OutboxFilter = z.infer<typeof outboxFilterSchema>;

/** Newest first. `total`: all that the filter lets through. */
export const outboxPageSchema = z.object({ deliveries: z.array(deliverySchema), total: z.int() });
export type OutboxPage = z.infer<typeof outboxPageSchema>;

/** The outbox of the account as a whole. */
export const outboxStatusSchema = z.object({
  /** When the user paused it: nothing is sent, what is accepted is followed. `null`: it runs. */
  pausedAt: z.nullable(atMs),
  /** Deliveries by state. */
  counts: z.record(deliveryKindSchema, z.int()),
  /** When the next queued delivery is due, now or later; `null` where none is queued. */
  nextDueAt: z.nullable(atMs),
  /** Why nothing can be sent to the exchange's address, whatever waits; `null` where something can. */
  barredBy: z.nullable(failureSchema),
});
export type OutboxStatus = z.infer<typeof outboxStatusSchema>;

const mostToldAtOnce = 200;

/** What changed since the last time. */
export const outboxChangeSchema = z.object({
  /** At most `mostToldAtOnce`, the newest changes first. */
  deliveries: z.array(deliverySchema),
  /** More changed than is told here: what is shown has to be read again. */
  isPartial: z.boolean(),
  status: outboxStatusSchema,
});
export type OutboxChange = z.infer<typeof outboxChangeSchema>;

/** `changed`: oldest change first. */
export const outboxChange = (changed: readonly Delivery[], status: OutboxStatus): OutboxChange => ({
  deliveries: changed.slice(-mostToldAtOnce).reverse(),
  isPartial: changed.length > mostToldAtOnce,
  status,
});

/** Which deliveries a bulk action is meant for. */
export const selectionSchema = z.union([
  z.object({ deliveryIds: z.array(z.string()).check(z.minLength(1), z.maxLength(10_000)) }),
  z.object({ filter: outboxFilterSchema }),
]);
export type Selection = z.infer<typeof selectionSchema>;

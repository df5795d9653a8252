import * as z from 'zod/mini';
import { pageRequestSchema, paginationSchema, pendingOrderSchema } from './api/entities';
import { bytes, call, nothing, result } from './calls';
import { draftSchema } from './draft/draft';
import { failureSchema } from './failure';
import { integrationIdSchema, integrationSchema } from './integration';
import { modeSchema, resolutionSchema } from './fax/profile';
import { documentCalls } from './document-calls';
import { historyCalls, historyEvents } from './history/contract';
import { deliverySchema, faxRequestSchema, queuedSchema, resentSchema } from './outbox/delivery';
import { evidenceSchema } from './outbox/evidence';
import {
  outboxChangeSchema,
  outboxFilterSchema,
  outboxPageSchema,
  outboxStatusSchema,
  selectionSchema,
} from './outbox/listing';
import { deliveryHistorySchema } from './outbox/timeline';
import type { Piece } from './pieces';
import { languageSchema, settingsChangeSchema, settingsSchema } from './settings';
import { updateStatusSchema } from './update';

/** Of a file that came from outside: the fax it belongs to, and its place there. */
export const givenSchema = z.object({
  group: z.int(),
  /** When the process that was given it began, in milliseconds. Starts race; the files of a group stand in this order. */
  startedAt: z.number(),
});
export type Given = z.infer<typeof givenSchema>;

/** A file the user opened from outside the window. The renderer knows it by token, never by path. */
export const openedFileSchema = z.object({
  token: z.string(),
  name: z.string(),
  size: z.number(),
  isFolder: z.optional(z.boolean()),
  given: z.optional(givenSchema),
});
export type OpenedFile = z.infer<typeof openedFileSchema>;

/** What came from outside the window: from a file manager, a link, a second start. */
export const arrivalSchema = z.object({
  /** The same for all that came within half a second: it is one fax. */
  group: z.int(),
  files: z.array(openedFileSchema),
  /** Fax numbers of links, as they would be typed. */
  numbers: z.array(z.string()),
  /** What is to be said of the links. */
  failures: z.array(failureSchema),
});
export type Arrival = z.infer<typeof arrivalSchema>;

export const keyStatusSchema = z.object({
  /** Where the key in use is kept; `none` when there is none. */
  kept: z.enum(['keychain', 'session', 'environment', 'demo', 'none']),
  keychainAvailable: z.boolean(),
});
export type KeyStatus = z.infer<typeof keyStatusSchema>;

export const appInfoSchema = z.object({
  version: z.string(),
  platform: z.enum(['windows', 'macos', 'linux']),
  /** The language the interface speaks now, the setting or the system's. */
  language: languageSchema,
  exchangeHost: z.string(),
  /** Its address is plain http to another machine, which the user has to allow (api.md). */
  exchangeIsInsecure: z.boolean(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const uploadProgressSchema = z.object({
  deliveryId: z.string(),
  sentBytes: z.number(),
  totalBytes: z.number(),
});
export type UploadProgress = z.infer<typeof uploadProgressSchema>;

/** What the menu and its shortcuts ask of the window. */
export const menuCommandSchema = z.enum([
  'addPages',
  'send',
  'newFax',
  'undo',
  'redo',
  'showCompose',
  'showOutbox',
  'showPending',
  'showRecords',
  'showSettings',
]);
export type MenuCommand = z.infer<typeof menuCommandSchema>;

/** What of the outbox a notification leads to. */
export const outboxAskedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delivery'), deliveryId: z.string() }),
  z.object({ kind: z.literal('list'), filter: z.enum(['delivered', 'failed', 'needsDecision']) }),
]);
export type OutboxAsked = z.infer<typeof outboxAskedSchema>;

/** What a page of the command line's hidden window is asked to make (`main/cli`). */
export const pressJobSchema = z.object({
  files: z.array(openedFileSchema),
  resolution: resolutionSchema,
  mode: modeSchema,
});
export type PressJob = z.infer<typeof pressJobSchema>;

export const pressedPageSchema = z.object({
  /** Index into the job's files. */
  file: z.int(),
  /** From 1. */
  sourcePage: z.int(),
  widthPels: z.int(),
  scanLines: z.int(),
  t6Bytes: z.int(),
});
export type PressedPage = z.infer<typeof pressedPageSchema>;

/**
 * The whole IPC surface: what the renderer may ask of main. Channels, preload, handlers and the renderer's client
 * are derived from this; both ends parse.
 */
export const calls = {
  'app.info': call(nothing, appInfoSchema),
  /** The window shows something useful. */
  'app.ready': call(nothing, nothing),

  'settings.get': call(nothing, settingsSchema),
  'settings.change': call(settingsChangeSchema, settingsSchema),

  'key.status': call(nothing, keyStatusSchema),
  /** Checks the key by a real call, then keeps it. */
  'key.set': call(
    z.object({ key: z.string().check(z.minLength(1), z.maxLength(200)), keep: z.enum(['keychain', 'session']) }),
    result(keyStatusSchema),
  ),
  'key.delete': call(nothing, result(keyStatusSchema)),
  'account.choose': call(z.enum(['own', 'demo']), keyStatusSchema),
  'account.senders': call(nothing, result(z.array(z.string()))),

  'files.choose': call(nothing, z.array(openedFileSchema)),
  /** Whether the file can be read at all. */
  'files.check': call(z.object({ token: z.string() }), result(z.null())),
  /** The documents that lie in a folder the user opened, by name. */
  'files.inFolder': call(z.object({ token: z.string() }), result(z.array(openedFileSchema))),

  'update.status': call(nothing, updateStatusSchema),
  'integration.list': call(nothing, z.array(integrationSchema)),
  'integration.change': call(
    z.object({ id: integrationIdSchema, install: z.boolean() }),
    result(z.array(integrationSchema)),
  ),

  /** What was left of a fax in the making when the program last ended. What is given from outside arrives after it. */
  'draft.take': call(nothing, z.nullable(draftSchema)),
  'draft.keep': call(draftSchema, nothing),
  /** A part of a file that main has not got, appended to those before it. */
  'draft.keepBytes': call(z.object({ token: z.nullable(z.string()), bytes }), z.object({ token: z.string() })),
  'draft.forget': call(nothing, nothing),

  /**
   * D1: answers once the document and its deliveries are on disk. They wait for `settings.undoSeconds` first
   * (`waitingFor: 'undo'`); `outbox.cancelWaiting` with the `faxId` as filter undoes.
   *
   * The duplicate guard: where the very same document was delivered within 24 hours to any of the recipients, or is on
   * its way, nothing is queued unless it is to be sent `again`. Of two processes at once the second finds what the first
   * did.
   */
  'outbox.queue': call(
    z.object({ request: faxRequestSchema, pdf: bytes, again: z.optional(z.boolean()) }),
    result(queuedSchema),
  ),
  /** Newest first. */
  'outbox.list': call(
    z.object({
      filter: outboxFilterSchema,
      offset: z.int().check(z.minimum(0)),
      limit: z.int().check(z.minimum(1), z.maximum(500)),
    }),
    outboxPageSchema,
  ),
  'outbox.status': call(nothing, outboxStatusSchema),
  /** What happened to one delivery, and each of its attempts; fails with `cancelled` where there is no such delivery. */
  'outbox.history': call(z.object({ deliveryId: z.string() }), result(deliveryHistorySchema)),
  /** For a delivery that needs a decision; asks the exchange. Fails as `outbox.history`. */
  'outbox.evidence': call(z.object({ deliveryId: z.string() }), result(evidenceSchema)),
  /** Nothing more is sent until it is resumed, by any process; kept over restarts. */
  'outbox.pause': call(z.object({ paused: z.boolean() }), outboxStatusSchema),
  /** Cancels what is not sent yet. Answers how many that were. */
  'outbox.cancelWaiting': call(selectionSchema, z.object({ cancelled: z.int() })),
  /** What is queued: at this moment, or (`null`) as soon as it may. Answers how many that were. */
  'outbox.reschedule': call(
    z.object({ selection: selectionSchema, sendAt: z.nullable(z.number()) }),
    z.object({ rescheduled: z.int() }),
  ),
  /** One delivery, also while it is being sent: it is not sent again once it is known not to have been accepted. */
  'outbox.cancel': call(z.object({ deliveryId: z.string() }), result(deliverySchema)),
  /** The user's answer to `needsDecision`. */
  'outbox.decide': call(
    z.object({ deliveryId: z.string(), decision: z.enum(['sendAgain', 'giveUp']) }),
    result(deliverySchema),
  ),
  /** The same: this call is the fax. */
  'outbox.recognise': call(z.object({ deliveryId: z.string(), callUuid: z.string() }), result(deliverySchema)),

  /**
   * The same documents to the same numbers, as new faxes. Only what is final: anything else is still on its way. One
   * that was delivered, or sent again within a day, needs `again`; without it nothing is sent and the failure is
   * `sentBefore`. One whose document is lost is left out.
   */
  'outbox.resend': call(
    z.object({
      deliveryIds: z.array(z.string()).check(z.minLength(1), z.maxLength(1000)),
      again: z.optional(z.boolean()),
    }),
    result(resentSchema),
  ),
  /** Asks where to, then writes the proof of a delivery that is over; `path`: `null` where the user thought better of it. */
  'proof.save': call(z.object({ deliveryId: z.string() }), result(z.object({ path: z.nullable(z.string()) }))),

  'pending.list': call(
    pageRequestSchema,
    result(z.object({ orders: z.array(pendingOrderSchema), pagination: paginationSchema })),
  ),
  ...historyCalls,
  ...documentCalls,

  'press.take': call(nothing, pressJobSchema),
  'press.finish': call(result(z.object({ pdf: bytes, pages: z.array(pressedPageSchema) })), nothing),
} as const;

/** What main tells the renderer without being asked. */
export const events = {
  arrived: arrivalSchema,
  outboxChanged: outboxChangeSchema,
  uploadProgress: uploadProgressSchema,
  keyStatusChanged: keyStatusSchema,
  settingsChanged: settingsSchema,
  menuCommand: menuCommandSchema,
  updateChanged: updateStatusSchema,
  ...historyEvents,
  outboxAsked: outboxAskedSchema,
  /** Something could not be done that nobody expected: a call, whose promise is rejected too, or main's own doing. */
  wentWrong: failureSchema,
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof calls)[N]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

export const channelOf = (name: CallName | EventName): string => `faksla:${name}`;
const count = z.int().check(z.minimum(0));
export const pieceSchema: z.ZodMiniType<Piece> = z.object({ of: z.uuid(), byteCount: count, at: count, bytes });

/** What the preload script puts on `window.faksla`: untyped transport; `renderer/bridge.ts` parses what passes. */
export interface Bridge {
  /** `input`: marks are in the places of its long arrays of bytes, which are passed beside it (`pieces.ts`). */
  invoke(name: CallName, input: unknown): Promise<unknown>;
  on(name: EventName, listener: (payload: unknown) => void): () => void;
}

import * as z from 'zod/mini';

const name = z.string();

/**
 * Everything that can go wrong in an expected way, as a closed union. A failure carries only what its sentence
 * needs (`app/i18n` has one sentence a kind, in each language) and never the API key.
 */
export const failureSchema = z.discriminatedUnion('kind', [
  // a file the user gave
  z.object({ kind: z.literal('fileNotFound'), name }),
  /** Since the draft that holds it was kept. */
  z.object({ kind: z.literal('fileChanged'), name }),
  z.object({ kind: z.literal('fileIsFolder'), name }),
  z.object({ kind: z.literal('fileUnreadable'), name }),
  z.object({ kind: z.literal('fileEmpty'), name }),
  z.object({ kind: z.literal('fileTooLarge'), name, limitMb: z.number() }),
  /** Not one of the kinds of document that can be faxed. */
  z.object({ kind: z.literal('fileUnsupported'), name }),
  /** Begins like an image, but can't be decoded whole. */
  z.object({ kind: z.literal('imageDamaged'), name }),
  z.object({ kind: z.literal('imageTooLarge'), name, widthPx: z.number(), heightPx: z.number() }),
  /** A document of pages, such as a PDF, that can't be opened, or not this page of it. */
  z.object({ kind: z.literal('documentDamaged'), name }),
  /** PDFium ended over it: it had no more memory, or met what it can’t bear. */
  z.object({ kind: z.literal('documentTooHeavy'), name }),
  z.object({ kind: z.literal('passwordNeeded'), name }),
  z.object({ kind: z.literal('passwordWrong'), name }),
  z.object({ kind: z.literal('tooManyPages'), name, limit: z.number() }),
  /** Making one page took longer than any honest page takes. */
  z.object({ kind: z.literal('pageTooSlow'), name }),
  z.object({ kind: z.literal('fileNotWritable'), name }),
  /** A link from a web page that names no number. */
  z.object({ kind: z.literal('linkUnusable'), link: z.string() }),
  /** The link also names an extension, which a fax can’t dial. */
  z.object({ kind: z.literal('linkExtension'), extension: z.string() }),
  /** The process that makes the pages is gone, or met a bug. */
  z.object({ kind: z.literal('pressBroken') }),

  // what the user asked for
  z.object({ kind: z.literal('noPages') }),
  z.object({ kind: z.literal('noRecipient') }),
  z.object({ kind: z.literal('numberImpossible'), input: z.string() }),
  z.object({ kind: z.literal('headerMissing') }),

  // the key
  z.object({ kind: z.literal('keyMissing') }),
  z.object({ kind: z.literal('keyRefused') }),
  z.object({ kind: z.literal('keychainUnavailable') }),

  // the exchange
  z.object({ kind: z.literal('notReachable'), host: z.string() }),
  z.object({ kind: z.literal('timedOut'), host: z.string() }),
  z.object({ kind: z.literal('insecureUrl'), url: z.string() }),
  z.object({ kind: z.literal('urlUnusable'), url: z.string() }),
  z.object({ kind: z.literal('refused'), status: z.number(), message: z.string() }),
  z.object({ kind: z.literal('rateLimited'), retryAfterSeconds: z.nullable(z.number()) }),
  z.object({ kind: z.literal('serverFault'), status: z.number() }),
  /** The answer does not parse; `call` is the call's method and path. */
  z.object({ kind: z.literal('answerUnreadable'), call: z.string() }),
  z.object({ kind: z.literal('callNotFound'), callUuid: z.string() }),
  /** The service's document of a fax: 0 bytes, more than is taken, neither PDF nor TIFF, or without its end. */
  z.object({ kind: z.literal('documentEmpty') }),
  z.object({ kind: z.literal('documentTooLarge'), limitMb: z.number() }),
  z.object({ kind: z.literal('documentWrongType') }),
  z.object({ kind: z.literal('documentCut') }),
  /** Its address, or one it leads to, is not https. */
  z.object({ kind: z.literal('documentInsecure') }),
  /** Its address is refused, and so is the one the service gave anew. */
  z.object({ kind: z.literal('documentLinkExpired') }),
  /** A POST whose outcome nobody knows (design D3). */
  z.object({ kind: z.literal('unconfirmed'), recipient: z.string() }),

  /** Delivered already: sending it once more has to be wanted. */
  z.object({ kind: z.literal('sentBefore'), recipient: z.string() }),
  /** What was to be sent, or was sent, is missing from the spool or damaged. */
  z.object({ kind: z.literal('documentLost') }),
  /** No delivery of this computer has that id or `call_uuid`. */
  z.object({ kind: z.literal('deliveryNotFound'), id: z.string() }),
  /** The delivery's outcome isn't known yet, so nothing can be proven. */
  z.object({ kind: z.literal('proofTooEarly') }),
  /** The fax was cancelled or lost before anything was sent. */
  z.object({ kind: z.literal('nothingSent') }),
  z.object({ kind: z.literal('storageFailed') }),
  /** The file of the records; it is made anew of what can be read. */
  z.object({ kind: z.literal('recordsDamaged') }),
  /** The outbox can't be written at the moment, as on a full disk. */
  z.object({ kind: z.literal('outboxNotWritable') }),
  /** A bug. */
  z.object({ kind: z.literal('unexpected') }),
  z.object({ kind: z.literal('cancelled') }),
]);

export type Failure = z.infer<typeof failureSchema>;
export type FailureKind = Failure['kind'];

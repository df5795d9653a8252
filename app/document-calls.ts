import { z } from 'zod';
import { bytes, call, nothing, result } from './calls';

/** What the document viewer asks of main beside `records.readDocument`. Part of `app/contract.ts`. */
export const documentCalls = {
  /** What was sent, or is to be. Always a PDF. */
  'document.ofDelivery': call(z.object({ deliveryId: z.string() }), result(bytes)),
  /**
   * Asks where to, then writes. A PNG holds one page, so several parts become files that are numbered. `path`: the first one, or
   * `null` where the user thought better of it.
   */
  'document.save': call(
    z.object({
      name: z.string().min(1).max(120),
      type: z.enum(['pdf', 'tiff', 'png']),
      parts: z.array(bytes).min(1).max(1000),
    }),
    result(z.object({ path: z.string().nullable() })),
  ),
  /** Prints what the window shows under `@media print`, by the system's dialog. */
  'document.print': call(nothing, z.enum(['printed', 'cancelled', 'failed'])),
  /** Puts a picture on the clipboard. */
  'document.copyPicture': call(z.object({ png: bytes }), nothing),
} as const;

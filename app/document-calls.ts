import * as z from 'zod/mini';
import { bytes, call, nothing, result } from './calls';

/** What the document viewer asks of main. Part of `app/contract.ts`. */
export const documentCalls = {
  /**
   * A fax's document, from this computer, else fetched from the service and kept. Until it is left the page's workers get its bytes
   * at `address` (decision 0033). Marks nothing as read.
   */
  'document.look': call(
    z.union([z.object({ deliveryId: z.string() }), z.object({ callUuid: z.string() })]),
    result(z.object({ address: z.string(), type: z.enum(['pdf', 'tiff']) })),
  ),
  'document.leave': call(z.object({ address: z.string() }), nothing),
  /**
   * Asks where to, then writes. A PNG holds one page, so several parts become files that are numbered. `path`: the first one, or
   * `null` where the user thought better of it.
   */
  'document.save': call(
    z.object({
      name: z.string().check(z.minLength(1), z.maxLength(120)),
      type: z.enum(['pdf', 'tiff', 'png']),
      parts: z.array(bytes).check(z.minLength(1), z.maxLength(1000)),
    }),
    result(z.object({ path: z.nullable(z.string()) })),
  ),
  /** Prints what the window shows under `@media print`, by the system's dialog. */
  'document.print': call(nothing, z.enum(['printed', 'cancelled', 'failed'])),
  /** Puts a picture on the clipboard. */
  'document.copyPicture': call(z.object({ png: bytes }), nothing),
} as const;

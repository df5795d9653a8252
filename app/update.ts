import * as z from 'zod/mini';

/** Where updating stands. A new version is installed when the program ends, and never while it runs. */
export const updateStatusSchema = z.discriminatedUnion('kind', [
  /** `policy`: an administrator's. `system`: it is updated by a package manager, or is portable. */
  z.object({ kind: z.literal('off'), by: z.enum(['policy', 'setting', 'system']) }),
  z.object({ kind: z.literal('upToDate') }),
  z.object({ kind: z.literal('ready'), version: z.string(), notes: z.string() }),
]);
export type UpdateStatus = z.infer<typeof updateStatusSchema>;

const NOTES_LIMIT = 5_000;

/** Release notes as plain text, whatever the release wrote them in. */
export const plainNotes = (notes: string): string =>
  notes
    .replace(/<(?:br|\/p|\/li|\/h\d)[^>]*>/gi, '\n')
    .replace(/<li[^>]*>/gi, '• ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/^#+ */gm, '')
    .replace(/^[-*] /gm, '• ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, NOTES_LIMIT);

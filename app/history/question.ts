import * as z from 'zod/mini';
import { recordFilterSchema } from '../api/entities';

/** What a list of records is asked for: every filter of the service, what only this computer knows, and free text. */
export const recordQuestionSchema = z.extend(recordFilterSchema, {
  /** Words that must all occur: part of a number in any spelling, of a name, header, result, note or tag, or a date. */
  text: z.optional(z.string().check(z.maxLength(500))),
  unread: z.optional(z.boolean()),
  tag: z.optional(z.string()),
});
export type RecordQuestion = z.infer<typeof recordQuestionSchema>;

export const recordSortSchema = z.object({
  by: z.enum(['start', 'sender', 'recipient', 'header', 'result', 'pages', 'duration']),
  descending: z.boolean(),
});
export type RecordSort = z.infer<typeof recordSortSchema>;

export const newestFirst: RecordSort = { by: 'start', descending: true };

/** A piece of a list. `offset` from 0. */
export const recordSliceSchema = z.object({
  offset: z.int().check(z.minimum(0)),
  limit: z.int().check(z.minimum(1), z.maximum(500)),
});
export type RecordSlice = z.infer<typeof recordSliceSchema>;

export const savedSearchSchema = z.object({
  id: z.string(),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  question: recordQuestionSchema,
  sort: recordSortSchema,
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

import { z } from 'zod';
import { recordFilterSchema } from '../api/entities';

/** What a list of records is asked for: every filter of the service, what only this computer knows, and free text. */
export const recordQuestionSchema = recordFilterSchema.extend({
  /** Words that must all occur: part of a number in any spelling, of a name, header, result, note or tag, or a date. */
  text: z.string().max(500).optional(),
  unread: z.boolean().optional(),
  tag: z.string().optional(),
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
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type RecordSlice = z.infer<typeof recordSliceSchema>;

export const savedSearchSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(120),
  question: recordQuestionSchema,
  sort: recordSortSchema,
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

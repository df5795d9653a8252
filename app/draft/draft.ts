import { z } from 'zod';
import { darknessSchema, modeSchema, resolutionSchema } from '../fax/profile';

const pointSchema = z.object({ x: z.number(), y: z.number() });

const rotationSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

/** What was chosen for this fax only; what is missing is as in the settings. */
const choicesSchema = z.object({
  header: z.string().optional(),
  sender: z.string().nullable().optional(),
  resolution: resolutionSchema.optional(),
  mode: modeSchema.optional(),
  darkness: darknessSchema.optional(),
  tidy: z.boolean().optional(),
  topMargin: z.boolean().optional(),
});

/** All of a fax in the making but the files themselves. */
const draftBodySchema = z.object({
  pages: z.array(
    z.object({
      /** Index into the sources. */
      source: z.number().int().min(0),
      /** From 1. */
      sourcePage: z.number().int().min(1),
      rotation: rotationSchema,
      corners: z.tuple([pointSchema, pointSchema, pointSchema, pointSchema]).optional(),
    }),
  ),
  /** E.164 digits. */
  recipients: z.array(z.string()),
  /** What stands in the recipients' field and is no recipient yet. */
  typed: z.string(),
  choices: choicesSchema,
});

const sourceFacts = {
  name: z.string(),
  pageCount: z.number().int().min(1),
  /** It wants a password, which is never kept. */
  isLocked: z.boolean(),
};

/** A fax in the making, as window and main tell each other: its files by token. */
export const draftSchema = draftBodySchema.extend({
  sources: z.array(
    z.object({
      ...sourceFacts,
      token: z.string(),
      /** Of one brought back: whether its file is another by now. */
      isChanged: z.boolean().optional(),
    }),
  ),
});
export type Draft = z.infer<typeof draftSchema>;

/** The same as it lies on the disk: its files by path. */
export const storedDraftSchema = draftBodySchema.extend({
  version: z.literal(1),
  sources: z.array(
    z.object({
      ...sourceFacts,
      path: z.string(),
      /** Of a file that is not our own copy, what it was like. */
      seen: z.object({ size: z.number(), mtimeMs: z.number() }).optional(),
    }),
  ),
});
export type StoredDraft = z.infer<typeof storedDraftSchema>;

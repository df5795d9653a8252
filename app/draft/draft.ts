import * as z from 'zod/mini';
import { darknessSchema, modeSchema, resolutionSchema } from '../fax/profile';

const pointSchema = z.object({ x: z.number(), y: z.number() });

const rotationSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

/** What was chosen for this fax only; what is missing is as in the settings. */
const choicesSchema = z.object({
  header: z.optional(z.string()),
  sender: z.optional(z.nullable(z.string())),
  resolution: z.optional(resolutionSchema),
  mode: z.optional(modeSchema),
  darkness: z.optional(darknessSchema),
  tidy: z.optional(z.boolean()),
  topMargin: z.optional(z.boolean()),
});

/** All of a fax in the making but the files themselves. */
const draftBodySchema = z.object({
  pages: z.array(
    z.object({
      /** Index into the sources. */
      source: z.int().check(z.minimum(0)),
      /** From 1. */
      sourcePage: z.int().check(z.minimum(1)),
      rotation: rotationSchema,
      corners: z.optional(z.tuple([pointSchema, pointSchema, pointSchema, pointSchema])),
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
  pageCount: z.int().check(z.minimum(1)),
  /** It wants a password, which is never kept. */
  isLocked: z.boolean(),
};

/** A fax in the making, as window and main tell each other: its files by token. */
export const draftSchema = z.extend(draftBodySchema, {
  sources: z.array(
    z.object({
      ...sourceFacts,
      token: z.string(),
      /** Of one brought back: whether its file is another by now. */
      isChanged: z.optional(z.boolean()),
    }),
  ),
});
export type Draft = z.infer<typeof draftSchema>;

/** The same as it lies on the disk: its files by path. */
export const storedDraftSchema = z.extend(draftBodySchema, {
  version: z.literal(1),
  sources: z.array(
    z.object({
      ...sourceFacts,
      path: z.string(),
      /** Of a file that is not our own copy, what it was like. */
      seen: z.optional(z.object({ size: z.number(), mtimeMs: z.number() })),
    }),
  ),
});
export type StoredDraft = z.infer<typeof storedDraftSchema>;

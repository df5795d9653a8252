import type * as z from 'zod/mini';

/** What a JSON text says, by its schema; `null` where it can't be read, or is something else. */
export function readJson<T>(schema: z.ZodMiniType<T>, json: string): T | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

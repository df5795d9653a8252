import * as z from 'zod/mini';

/** T.30 vertical resolution: `standard` 204 × 98, `fine` 204 × 196 pels an inch. */
export const resolutionSchema = z.enum(['standard', 'fine']);
export type Resolution = z.infer<typeof resolutionSchema>;

/** How grey becomes black and white. `auto` decides by area. */
export const modeSchema = z.enum(['auto', 'text', 'photo']);
export type Mode = z.infer<typeof modeSchema>;

/** Steps by which the user has a page printed darker (positive) or lighter. */
export const darknessSchema = z.union([z.literal(-2), z.literal(-1), z.literal(0), z.literal(1), z.literal(2)]);
export type Darkness = z.infer<typeof darknessSchema>;

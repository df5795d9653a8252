import * as z from 'zod/mini';
import { failureSchema } from './failure';
import type { Result } from './result';

/** The shape of one call of the contract: what is asked and what is answered. */
export const call = <I extends z.ZodMiniType, O extends z.ZodMiniType>(input: I, output: O) => ({ input, output });

/** An answer that may be an expected failure: `app/result.ts` as a schema. */
export const result = <T extends z.ZodMiniType>(value: T): z.ZodMiniType<Result<z.infer<T>>> =>
  z.union([
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), failure: failureSchema }),
  ]) as unknown as z.ZodMiniType<Result<z.infer<T>>>;

export const nothing = z.void();

export const bytes = z.instanceof(Uint8Array<ArrayBufferLike>);

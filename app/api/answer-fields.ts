import * as z from 'zod/mini';

/** The service writes a field as text, a number or nothing, as its versions please: these read all of them. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A text, or `null` for nothing: absent, null, empty, or no text at all. */
export const textOrNull = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => {
    const parsed = scalar.safeParse(value);
    const text = parsed.success ? String(parsed.data).trim() : '';
    return text === '' ? null : text;
  }),
);

export const text = z.pipe(
  textOrNull,
  z.transform((value) => value ?? ''),
);

/** An id, which a record can't be without. */
export const id = z.pipe(
  z.union([z.string().check(z.trim(), z.minLength(1)), z.number()]),
  z.transform((value) => String(value)),
);

export const numberOrNull = z.pipe(
  textOrNull,
  z.transform((value) => {
    const number = value === null ? Number.NaN : Number(value);
    return Number.isFinite(number) ? number : null;
  }),
);

const truths = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);
export const truthOrNull = z.pipe(
  text,
  z.transform((value) => truths.get(value.toLowerCase()) ?? null),
);

import { z } from 'zod';

/** The service writes a field as text, a number or nothing, as its versions please: these read all of them. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A text, or `null` for nothing: absent, null, empty, or no text at all. */
export const textOrNull = z
  .unknown()
  .optional()
  .transform((value) => {
    const parsed = scalar.safeParse(value);
    const text = parsed.success ? String(parsed.data).trim() : '';
    return text === '' ? null : text;
  });

export const text = textOrNull.transform((value) => value ?? '');

/** An id, which a record can't be without. */
export const id = z.union([z.string().trim().min(1), z.number()]).transform((value) => String(value));

export const numberOrNull = textOrNull.transform((value) => {
  const number = value === null ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
});

const truths = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);
export const truthOrNull = text.transform((value) => truths.get(value.toLowerCase()) ?? null);

import { z } from 'zod';
import { modeSchema, resolutionSchema } from './fax/profile';
import { officeHoursSchema, usualOfficeHours } from './outbox/office-hours';
import { retryMinutesSchema, usualRetryMinutes } from './outbox/retry';

export const languageSchema = z.enum(['tr', 'en']);
export type Language = z.infer<typeof languageSchema>;

export const themeSchema = z.enum(['system', 'light', 'dark']);

/** Preferences and remembered choices. Never the key. */
export const settingsSchema = z.object({
  /** `null` follows the system. */
  language: languageSchema.nullable().default(null),
  theme: themeSchema.default('system'),
  /** Last header text and sender used, offered again in the next fax. */
  header: z.string().default(''),
  sender: z.string().nullable().default(null),
  resolution: resolutionSchema.default('fine'),
  mode: modeSchema.default('auto'),
  account: z.enum(['own', 'demo']).default('own'),
  /** A fax waits this long after Send, so that it can be undone. */
  undoSeconds: z.number().int().min(0).max(30).default(5),
  /** Minutes to wait before each further try of a call that was busy or not answered; none: never again. */
  retryMinutes: retryMinutesSchema.default([...usualRetryMinutes]),
  officeHours: officeHoursSchema.default(usualOfficeHours),
  /** Whether a new fax is sent in office hours only, unless said otherwise. */
  officeHoursOnly: z.boolean().default(false),
  /** Plain http to anything but a loopback address (api.md). */
  allowInsecureHttp: z.boolean().default(false),
  /** How far back the service's records are read, in months. */
  historyMonths: z.number().int().min(1).max(240).default(12),
  /** Documents of faxes that come in are fetched by themselves. */
  fetchReceived: z.boolean().default(true),
  /** After so many months what `retentionErases` names is erased for good; `null`: never. */
  retentionMonths: z.number().int().min(1).max(240).nullable().default(null),
  retentionErases: z.enum(['documents', 'documentsAndRecords']).default('documents'),
  /** What closing the window does while faxes are on their way; `ask` until the user has chosen. */
  whenClosed: z.enum(['ask', 'keep', 'quit']).default('ask'),
  /** Which native notifications are shown. */
  notifications: z.enum(['all', 'problems', 'none']).default('all'),
  /** New versions are fetched by themselves, unless a policy forbids it. */
  updates: z.boolean().default(true),
  /** Starts hidden when the user logs in. */
  startAtLogin: z.boolean().default(false),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Some of the settings. A default would change what nobody named. */
export const settingsChangeSchema = z.object(withoutDefaults(settingsSchema.shape)).partial();

type Shape = typeof settingsSchema.shape;

function withoutDefaults(shape: Shape) {
  const bare = Object.entries(shape).map(([name, field]) => [name, field.unwrap()]);
  return Object.fromEntries(bare) as { [K in keyof Shape]: ReturnType<Shape[K]['unwrap']> };
}

import * as z from 'zod/mini';
import { modeSchema, resolutionSchema } from './fax/profile';
import { officeHoursSchema, usualOfficeHours } from './outbox/office-hours';
import { retryMinutesSchema, usualRetryMinutes } from './outbox/retry';

export const languageSchema = z.enum(['tr', 'en']);
export type Language = z.infer<typeof languageSchema>;

export const themeSchema = z.enum(['system', 'light', 'dark']);

/** Preferences and remembered choices. Never the key. */
export const settingsSchema = z.object({
  /** `null` follows the system. */
  language: z._default(z.nullable(languageSchema), null),
  theme: z._default(themeSchema, 'system'),
  /** Last header text and sender used, offered again in the next fax. */
  header: z._default(z.string(), ''),
  sender: z._default(z.nullable(z.string()), null),
  resolution: z._default(resolutionSchema, 'fine'),
  mode: z._default(modeSchema, 'auto'),
  account: z._default(z.enum(['own', 'demo']), 'own'),
  /** A fax waits this long after Send, so that it can be undone. */
  undoSeconds: z._default(z.int().check(z.minimum(0), z.maximum(30)), 5),
  /** Minutes to wait before each further try of a call that was busy or not answered; none: never again. */
  retryMinutes: z._default(retryMinutesSchema, [...usualRetryMinutes]),
  officeHours: z._default(officeHoursSchema, usualOfficeHours),
  /** Whether a new fax is sent in office hours only, unless said otherwise. */
  officeHoursOnly: z._default(z.boolean(), false),
  /** Plain http to anything but a loopback address (api.md). */
  allowInsecureHttp: z._default(z.boolean(), false),
  /** How far back the service's records are read, in months. */
  historyMonths: z._default(z.int().check(z.minimum(1), z.maximum(240)), 12),
  /** Documents of faxes that come in are fetched by themselves. */
  fetchReceived: z._default(z.boolean(), true),
  /** After so many months what `retentionErases` names is erased for good; `null`: never. */
  retentionMonths: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(240))), null),
  retentionErases: z._default(z.enum(['documents', 'documentsAndRecords']), 'documents'),
  /** What closing the window does while faxes are on their way; `ask` until the user has chosen. */
  whenClosed: z._default(z.enum(['ask', 'keep', 'quit']), 'ask'),
  /** Which native notifications are shown. */
  notifications: z._default(z.enum(['all', 'problems', 'none']), 'all'),
  /** New versions are fetched by themselves, unless a policy forbids it. */
  updates: z._default(z.boolean(), true),
  /** Starts hidden when the user logs in. */
  startAtLogin: z._default(z.boolean(), false),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Some of the settings. A default would change what nobody named. */
export const settingsChangeSchema = z.partial(z.object(withoutDefaults(settingsSchema.shape)));

type Shape = typeof settingsSchema.shape;

function withoutDefaults(shape: Shape) {
  const bare = Object.entries(shape).map(([name, field]) => [name, field.def.innerType]);
  return Object.fromEntries(bare) as { [K in keyof Shape]: Shape[K]['def']['innerType'] };
}

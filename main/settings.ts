import * as z from 'zod/mini';
import { type Settings, settingsSchema } from '../app/settings';

const windowBoundsSchema = z.object({
  x: z.optional(z.int()),
  y: z.optional(z.int()),
  width: z.int().check(z.minimum(400), z.maximum(20_000)),
  height: z.int().check(z.minimum(300), z.maximum(20_000)),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof windowBoundsSchema>;

export interface SettingsStore {
  get(): Settings;
  /** Keeps the changed fields and answers the whole; where they can't be kept, nothing has changed. */
  change(changes: Partial<{ [K in keyof Settings]: Settings[K] | undefined }>): Settings;
  windowBounds(): WindowBounds | null;
  keepWindowBounds(bounds: WindowBounds): void;
}

/** Where settings are kept, as fields by name. */
export interface SettingsFile {
  read(): Readonly<Record<string, unknown>>;
  /** Keeps these fields beside those already there. */
  write(fields: Readonly<Record<string, unknown>>): void;
}

/** Preferences. A field that does not parse falls back to its default, the rest is kept. */
export function openSettings(file: SettingsFile): SettingsStore {
  let settings = readSettings(file.read());
  return {
    get: () => settings,
    change(changes) {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const changed = settingsSchema.parse({ ...settings, ...given });
      file.write(changed);
      settings = changed;
      return settings;
    },
    windowBounds: () => windowBoundsSchema.safeParse(file.read()['window']).data ?? null,
    keepWindowBounds: (bounds) => file.write({ window: bounds }),
  };
}

function readSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const readable = Object.entries(settingsSchema.shape).filter(
    ([name, schema]) => name in stored && schema.safeParse(stored[name]).success,
  );
  return settingsSchema.parse(Object.fromEntries(readable.map(([name]) => [name, stored[name]])));
}

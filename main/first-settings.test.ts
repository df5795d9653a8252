import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFirstSettings } from './first-settings';
import { openSettings } from './settings';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'faksla-settings-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const write = (text: string): void => writeFileSync(join(home, 'settings.json'), text);

const defaults = { language: null, theme: 'system', bounds: null };

const nonsense = fc.constantFrom(null, -5, 0.5, 'x', true, [], {}, 1e300);
const orNonsense = <T>(sensible: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: sensible }, nonsense);
const place = fc.record(
  {
    x: orNonsense(fc.integer()),
    y: orNonsense(fc.integer()),
    width: orNonsense(fc.integer({ min: 390, max: 20_010 })),
    height: orNonsense(fc.integer({ min: 290, max: 20_010 })),
    maximized: orNonsense(fc.boolean()),
    other: nonsense,
  },
  { requiredKeys: ['width', 'height', 'maximized'] },
);
const fields = fc.record(
  {
    language: orNonsense(fc.constantFrom('tr', 'en', 'de')),
    theme: orNonsense(fc.constantFrom('system', 'light', 'dark', 'purple')),
    window: orNonsense(place),
    header: fc.string(),
  },
  { requiredKeys: [] },
);

it('are those that are read once everything is loaded, whatever the file holds', () => {
  fc.assert(
    fc.property(fields, (stored) => {
      write(JSON.stringify(stored));
      const settings = openSettings({ read: () => stored, write: () => undefined });
      const { language, theme } = settings.get();
      expect(readFirstSettings(home)).toEqual({ language, theme, bounds: settings.windowBounds() });
    }),
    { numRuns: 500 },
  );
});

it.each(['', '{', 'null', '[]', '"tr"', '\0'])('are the defaults where the file is no settings: %j', (text) => {
  write(text);
  expect(readFirstSettings(home)).toEqual(defaults);
});

it('are the defaults where there is no file, and no guess where it can’t be read', () => {
  expect(readFirstSettings(home)).toEqual(defaults);
  mkdirSync(join(home, 'settings.json'));
  expect(() => readFirstSettings(home)).toThrow('EISDIR');
});

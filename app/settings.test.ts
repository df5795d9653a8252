import { expect, it } from 'vitest';
import { settingsChangeSchema } from './settings';

it('a change of the settings holds what is named and nothing else', () => {
  expect(settingsChangeSchema.parse({ resolution: 'standard', language: null })).toEqual({
    resolution: 'standard',
    language: null,
  });
  expect(settingsChangeSchema.safeParse({ theme: 'purple' }).success).toBe(false);
});

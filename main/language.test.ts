import { describe, expect, it } from 'vitest';
import { languageOf, terminalLanguages } from './language';

describe('the language of the program', () => {
  it('is the user’s choice before all else', () => {
    expect(languageOf('tr', ['en-GB'])).toBe('tr');
    expect(languageOf('en', ['tr-TR'])).toBe('en');
  });

  it('is English on a system whose first language is English', () => {
    expect(languageOf(null, ['en-US', 'tr-TR'])).toBe('en');
    expect(languageOf(null, terminalLanguages({ LANG: 'en_GB.UTF-8' }))).toBe('en');
  });

  it('is Turkish everywhere else', () => {
    for (const languages of [['tr-TR'], ['de-DE', 'en'], [], terminalLanguages({ LANG: 'C.UTF-8' })]) {
      expect(languageOf(null, languages)).toBe('tr');
    }
  });
});

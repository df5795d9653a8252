import type { Language } from '../app/settings';

/**
 * The language the program speaks: the user's choice, else English where the system's first language is English,
 * else Turkish.
 */
export function languageOf(chosen: Language | null, systemLanguages: readonly string[]): Language {
  if (chosen !== null) return chosen;
  return systemLanguages[0]?.toLowerCase().startsWith('en') === true ? 'en' : 'tr';
}

/** The languages of a terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`), as `languageOf` wants them. */
export function terminalLanguages(environment: NodeJS.ProcessEnv): string[] {
  const given = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'];
  return given ? [given] : [];
}

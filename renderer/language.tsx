import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createTranslate, type Translate } from '../app/i18n/translate';
import type { Language } from '../app/settings';
import { createFormats, type Formats } from './ui/formats';

export interface Texts {
  readonly language: Language;
  readonly t: Translate;
  readonly formats: Formats;
}

const TextsContext = createContext<Texts | null>(null);

export function TextsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const texts = useMemo(() => textsIn(language), [language]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}

const textsIn = (language: Language): Texts => {
  const t = createTranslate(language);
  return { language, t, formats: createFormats(language, t) };
};

/** The texts and formats of the language in use. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('useTexts is called outside TextsProvider.');
  return texts;
}

import i18next, { type i18n } from 'i18next';
import type { Failure } from '../failure';
import type { Language } from '../settings';
import { en } from './en';
import { tr } from './tr';

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** A key of the texts, `failures.noPages`; both languages have every one. */
export type TextKey = Leaves<typeof tr>;
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const instances = new Map<Language, i18n>();

function instanceOf(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const created = i18next.createInstance({
    lng: language,
    resources: { [language]: { translation: language === 'tr' ? tr : en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void created.init();
  created.services.formatter?.add('plural', pluralOf);
  instances.set(language, created);
  return created;
}

/** `{{n, plural(one: fax; other: faxes)}}`: the word that goes with a number, which may be written out already. */
const pluralOf = (value: unknown, _language: string | undefined, words: Record<string, unknown>): string =>
  String(words[String(value) === '1' ? 'one' : 'other']);

/** The texts in `language`, with `{{name}}` places filled from `values`. */
export function createTranslate(language: Language): Translate {
  const instance = instanceOf(language);
  const wordsOf = (key: TextKey, values: Parameters<Translate>[1]): string => instance.t(key, { ...values });
  // Rows of lists ask again and again for the same words.
  const known = new Map<TextKey, string>();
  return (key, values) => {
    if (values !== undefined) return wordsOf(key, values);
    const words = known.get(key) ?? wordsOf(key, values);
    known.set(key, words);
    return words;
  };
}

/** The sentence that tells the user of a failure. */
export function failureSentence(t: Translate, failure: Failure): string {
  const { kind, ...values } = failure;
  const shown = Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== null);
  return t(`failures.${kind}`, Object.fromEntries(shown));
}

import { describe, expect, it } from 'vitest';
import { failureSchema } from '../failure';
import { en } from './en';
import { tr } from './tr';
import { createTranslate, failureSentence } from './translate';

type Texts = { readonly [key: string]: string | Texts };

const leaves = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );

const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('the texts', () => {
  const turkish = new Map(leaves(tr));
  const english = new Map(leaves(en));

  it('have the same keys in Turkish and English', () => {
    expect([...english.keys()].sort()).toEqual([...turkish.keys()].sort());
  });

  it('have the same places to fill in both languages, and none is empty', () => {
    for (const [key, text] of turkish) {
      expect(text, key).not.toBe('');
      expect(english.get(key), key).not.toBe('');
      expect(places(english.get(key) ?? ''), key).toEqual(places(text));
    }
  });

  it('have a sentence for every kind of failure, and no other', () => {
    const kinds = failureSchema.def.options.flatMap((option) => option.shape.kind.def.values);
    expect(Object.keys(tr.failures).sort()).toEqual([...kinds].sort());
  });
});

it('an English word goes with its number, also where that is written out', () => {
  const t = createTranslate('en');
  const exported = ['1', 2, '1,234'].map((n) => t('history.exported', { n, path: 'f.csv' }));
  expect(exported).toEqual(['1 record exported: f.csv', '2 records exported: f.csv', '1,234 records exported: f.csv']);
});

describe('a failure’s sentence', () => {
  it('names the file, unescaped', () => {
    const sentence = failureSentence(createTranslate('tr'), { kind: 'fileEmpty', name: 'Çağrı & <ıssız>.png' });
    expect(sentence).toContain('“Çağrı & <ıssız>.png”');
  });

  it('is in the language asked for, also when both are in use', () => {
    const failure = { kind: 'noPages' } as const;
    const sentences = (['tr', 'en', 'tr'] as const).map((language) =>
      failureSentence(createTranslate(language), failure),
    );
    expect(sentences[0]).toBe(sentences[2]);
    expect(sentences[1]).toContain('no page');
  });

  it('leaves what looks like a place in a user’s own text alone', () => {
    const sentence = failureSentence(createTranslate('en'), { kind: 'fileEmpty', name: '{{limitMb}}.png' });
    expect(sentence).toContain('{{limitMb}}.png');
  });
});

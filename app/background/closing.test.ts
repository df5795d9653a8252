import { describe, expect, it } from 'vitest';
import { createTranslate } from '../i18n/translate';
import { closingOf, closingQuestion, quittingQuestion } from './closing';

const t = createTranslate('tr');
const idle = { uploading: 0, waiting: 0, following: 0, asking: 0 };
const busy = { ...idle, waiting: 5, uploading: 2 };
const settings = { whenClosed: 'ask', startAtLogin: false } as const;
const facts = { settings, counts: busy, canHide: true };

describe('closing the window', () => {
  it('asks once while faxes are on their way, then does as told', () => {
    expect(closingOf(facts)).toBe('ask');
    expect(closingOf({ ...facts, settings: { ...settings, whenClosed: 'keep' } })).toBe('hide');
    expect(closingOf({ ...facts, settings: { ...settings, whenClosed: 'quit' } })).toBe('close');
  });

  it('ends the program where nothing is on its way, a decision left or not', () => {
    expect(closingOf({ ...facts, counts: { ...idle, asking: 1 } })).toBe('close');
  });

  it('never hides a window that nothing could bring back', () => {
    const kept = { ...facts, settings: { ...settings, whenClosed: 'keep' }, canHide: false } as const;
    expect(closingOf(kept)).toBe('minimise');
    expect(closingQuestion(t, busy, false).detail).toContain('küçültülür');
  });

  it('keeps a program that starts at login running', () => {
    expect(closingOf({ ...facts, settings: { ...settings, startAtLogin: true }, counts: idle })).toBe('hide');
  });
});

describe('quitting', () => {
  it('says with counts what will wait', () => {
    expect(quittingQuestion(t, { ...busy, following: 1 })?.detail.split('\n')).toEqual([
      '2 faks yükleniyor; program yükleme bitince kapanır.',
      '5 faks bekliyor; Faksla yeniden açılınca gönderilir.',
      '1 faks santralde; gönderim orada sürer, sonucunu yeniden açınca görürsünüz.',
    ]);
  });

  it('asks nothing where nothing is left to be sent', () => {
    expect(quittingQuestion(t, { ...idle, following: 3, asking: 1 })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { recordResultWords } from './record-result';
import { createTranslate } from './translate';

describe('how a call ended', () => {
  it('is said in the language of the interface', () => {
    const said = ['Başarılı', 'Meşgul', 'Cevap yok', 'Bağlantı koptu', 'Numara kullanılmıyor'];
    expect(said.map((result) => recordResultWords(createTranslate('en'), result))).toEqual([
      'Delivered',
      'Busy',
      'No answer',
      'Connection lost',
      'Number not in use',
    ]);
    expect(said.map((result) => recordResultWords(createTranslate('tr'), result))).toEqual(said);
  });

  it('is told in the words of the service where they are not known', () => {
    expect(recordResultWords(createTranslate('en'), 'NORMAL_CLEARING')).toBe('NORMAL_CLEARING');
  });
});

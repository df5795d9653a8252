import { expect, it } from 'vitest';
import { transliterateHeader } from './header';

it('prints the letters the header font lacks as their nearest, and keeps ç, ö, ü', () => {
  expect(transliterateHeader('Işık Çağlayan Şti. Öğütçü İnş.')).toBe('Isik Çaglayan Sti. Ögütçü Ins.');
});

it('prints other accents plain, other scripts as question marks, and typographic marks as typed ones', () => {
  expect(transliterateHeader('Škoda “Жук” – a…')).toBe('Skoda "???" - a...');
});

it('joins decomposed letters and runs of blanks', () => {
  expect(transliterateHeader('  C\u0327elik\n\tA  ')).toBe('Çelik A');
});

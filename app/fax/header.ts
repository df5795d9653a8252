/** Characters of header text a receiver's header line has room for, beside date, number and page count. */
export const HEADER_TEXT_LIMIT = 30;

/** Letters the usual header font lacks, and what is printed for them. It has ç, Ç, ö, Ö, ü, Ü. */
const substitutes: Readonly<Record<string, string>> = {
  ğ: 'g',
  Ğ: 'G',
  ş: 's',
  Ş: 'S',
  ı: 'i',
  İ: 'I',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
};

const LATIN_1_LAST = 0xff;

function printable(character: string): string {
  const substitute = substitutes[character];
  if (substitute !== undefined) return substitute;
  if (character.charCodeAt(0) <= LATIN_1_LAST) return character;
  const plain = character.normalize('NFD').charAt(0);
  return plain.charCodeAt(0) < 0x80 ? plain : '?';
}

/** Header text as a receiving machine prints it: letters outside its font replaced by their nearest, or `?`. Not shortened. */
export const transliterateHeader = (text: string): string =>
  Array.from(text.normalize('NFC').replace(/\s+/g, ' ').trim(), printable).join('');

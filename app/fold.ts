const lettersWithoutMarks: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
};

/**
 * A text as it is searched in and for: small letters without marks, `İ`, `I`, `ı` and `i` the same, so that "agac" finds
 * "Ağaç". Anything between words becomes one space.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıßæœøđł]/g, (letter) => lettersWithoutMarks[letter] ?? letter)
    .replace(/[^\p{L}\p{N}.@&+/#-]+/gu, ' ')
    .trim();

const afterItsLetter: Readonly<Record<string, string>> = { ç: 'c~', ğ: 'g~', ı: 'h~', ö: 'o~', ş: 's~', ü: 'u~' };

/** Sorts as the Turkish alphabet does where texts are compared code by code: `~` comes after every letter. */
export const turkishSortKey = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('tr')
    .replace(/[çğıöşü]/g, (letter) => afterItsLetter[letter] ?? letter);

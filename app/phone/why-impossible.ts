/** Why a written number can't be called, as far as it can be told; `impossible` where no plainer reason is found. */
export type WhyImpossible = 'noNumber' | 'shortened' | 'letters' | 'tooShort' | 'noAreaCode' | 'tooLong' | 'impossible';

/** As a spreadsheet shows and saves a long number: `9,02123E+11`. */
const scientific = /\d[.,]?\d*e\+?\d+\s*$/iu;
const localDigits = 7;
const shortestDigits = 7;
/** E.164, §6.2.1. */
const longestDigits = 15;

export function whyImpossible(written: string): WhyImpossible {
  const digits = written.replace(/\D/g, '');
  if (digits === '') return 'noNumber';
  if (scientific.test(written)) return 'shortened';
  if (/\p{L}/u.test(written)) return 'letters';
  const withoutTrunk = digits.replace(/^0+/, '');
  if (withoutTrunk.length < shortestDigits) return 'tooShort';
  if (withoutTrunk.length === localDigits) return 'noAreaCode';
  return withoutTrunk.length > longestDigits ? 'tooLong' : 'impossible';
}

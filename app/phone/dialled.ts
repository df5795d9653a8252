const punctuation = /[\p{Zs}\p{Cf}\t.\-/()\u2010-\u2015\u2212]/gu;

/**
 * The digits, with a leading `+` where there is one, of a typed number; `null` for a text that holds anything but
 * digits and the punctuation numbers are written with. Full-width digits and signs count as the plain ones.
 */
export function readDialled(input: string): string | null {
  const dialled = input.normalize('NFKC').trim().replace(punctuation, '');
  if (!/^\+?\d+$/.test(dialled)) return null;
  return withoutDoubledPrefix(dialled);
}

/** `0 90 212 …` and `00 90 0212 …`: prefixes people put in front of each other. */
function withoutDoubledPrefix(dialled: string): string {
  const turkish = /^(?:\+|00?)90(0?[2-8]\d{9})$/.exec(dialled)?.[1];
  return turkish === undefined ? dialled : `+90${turkish}`;
}

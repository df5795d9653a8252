import type { Translate } from '../../app/i18n/translate';

/** Numbers in a row, as they are shown: at most so many of them, and how many more there are. */
export function listedNumbers(t: Translate, numbers: readonly string[], most: number): string {
  const more = numbers.length - most;
  return [...numbers.slice(0, most), ...(more > 0 ? [t('sending.sentBeforeMore', { n: more })] : [])].join(', ');
}

import type { Translate } from './translate';

/** The service's words for how a call ended. */
export const knownResults: ReadonlyMap<string, 'delivered' | 'busy' | 'noAnswer' | 'cutOff' | 'notInUse'> = new Map([
  ['Başarılı', 'delivered'],
  ['Meşgul', 'busy'],
  ['Cevap yok', 'noAnswer'],
  ['Bağlantı koptu', 'cutOff'],
  ['Numara kullanılmıyor', 'notInUse'],
]);

/** The service's words for how a call ended, in the user's language; those that are not known as they are. */
export function recordResultWords(t: Translate, result: string): string {
  const word = knownResults.get(result);
  return word === undefined ? result : t(`history.results.${word}`);
}

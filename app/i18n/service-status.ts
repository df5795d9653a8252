import type { Translate } from './translate';

const known: ReadonlyMap<string, 'waiting' | 'dialling' | 'sending'> = new Map([
  ['Bekliyor', 'waiting'],
  ['Aranıyor', 'dialling'],
  ['Gönderiliyor', 'sending'],
]);

/** The service's word for where an order stands, in the user's language; one that is not known as it is. */
export function serviceStatusWords(t: Translate, status: string): string {
  const word = known.get(status);
  return word === undefined ? status : t(`deliveries.serviceStatus.${word}`);
}

/** Whether the service has said that the number is being dialled, or the call has begun. */
export function isDialled(status: string | null): boolean {
  const word = known.get(status ?? '');
  return word === 'dialling' || word === 'sending';
}

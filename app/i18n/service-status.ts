import type { Translate } from './translate';

const known = { Bekliyor: 'waiting', Aranıyor: 'dialling', Gönderiliyor: 'sending' } as const;

/** The service's word for where an order stands, in the user's language; one that is not known as it is. */
export function serviceStatusWords(t: Translate, status: string): string {
  return Object.hasOwn(known, status) ? t(`deliveries.serviceStatus.${known[status as keyof typeof known]}`) : status;
}

/** Whether the service has said that the number is being dialled, or the call has begun. */
export const isDialled = (status: string | null): boolean => status === 'Aranıyor' || status === 'Gönderiliyor';

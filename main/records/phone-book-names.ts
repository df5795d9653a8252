import type { ApiClient } from '../../app/api/client';
import type { Contact } from '../../app/api/entities';
import { everyPage } from '../../app/outbox/every-page';
import { canonicalNumber } from '../../app/phone/fax-number';

/** Names by number, E.164 digits, of the service's phone book. */
export async function readNames(api: Pick<ApiClient, 'contacts'>): Promise<Map<string, string>> {
  const contacts = await everyPage(
    async (page) => {
      const { contacts: entries, pagination } = await api.contacts(page);
      return { entries, pagination };
    },
    ({ id }) => id,
  );
  return new Map(contacts.flatMap(namesOf));
}

function namesOf({ name, surname, companyName, fax, phone, phone1, phone2 }: Contact): [string, string][] {
  const person = [name, surname].filter(Boolean).join(' ');
  const whole = [person, companyName].filter(Boolean).join(', ');
  const numbers = [fax, phone, phone1, phone2].filter((number) => number !== null).map(canonicalNumber);
  return whole === '' ? [] : numbers.filter((number) => number !== '').map((number) => [number, whole]);
}

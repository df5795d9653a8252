import * as z from 'zod/mini';
import type { Contact } from '../../app/api/entities';
import { contactGroups, ownNumbers } from './beginnings';
import { checkJsonKey, checkQueryKey } from './check-key';
import { pageOf, readPaging } from './paging';
import { RefusedRequest } from './refused-request';
import { json, plain } from './service';
import type { Answer, ReadRequest, Service } from './service';

/** `GET /caller_ids`. */
export function listCallerIds(service: Service, request: ReadRequest): Answer {
  checkQueryKey(service, request);
  return json(ownNumbers);
}

/** `GET /contact_groups`. */
export function listGroups(service: Service, request: ReadRequest): Answer {
  checkQueryKey(service, request);
  return json(contactGroups);
}

/** `GET /contacts`. */
export function listContacts(service: Service, request: ReadRequest): Answer {
  const paging = readPaging(checkQueryKey(service, request));
  const { entries, pagination } = pageOf(service.ledger.phoneBook().contacts, paging);
  return json({ contacts: entries.map(answerOf), pagination });
}

/** `POST /contacts`: answers the new id. */
export function createContact(service: Service, request: ReadRequest): Answer {
  const fields = readFields(checkJsonKey(service, request));
  const { nextId, contacts } = service.ledger.phoneBook();
  const contact = { ...unknownContact, ...fields, id: String(nextId) };
  service.ledger.keepPhoneBook({ nextId: nextId + 1, contacts: [...contacts, contact] });
  return plain(contact.id);
}

/** `PATCH /contacts/:id`: changes the fields given. */
export function changeContact(service: Service, request: ReadRequest): Answer {
  const fields = readFields(checkJsonKey(service, request));
  const found = findContact(service, request);
  changeBook(service, (contact) => (contact.id === found.id ? [{ ...contact, ...fields }] : [contact]));
  return plain('OK');
}

/** `DELETE /contacts/:id`. */
export function deleteContact(service: Service, request: ReadRequest): Answer {
  checkJsonKey(service, request);
  const found = findContact(service, request);
  changeBook(service, (contact) => (contact.id === found.id ? [] : [contact]));
  return plain('OK');
}

function changeBook({ ledger }: Service, change: (contact: Contact) => Contact[]): void {
  const book = ledger.phoneBook();
  ledger.keepPhoneBook({ ...book, contacts: book.contacts.flatMap(change) });
}

function findContact({ ledger }: Service, { path }: ReadRequest): Contact {
  const id = path.split('/').at(-1);
  const found = ledger.phoneBook().contacts.find((contact) => contact.id === id);
  if (found === undefined) throw new RefusedRequest(404, 'cannot find contact');
  return found;
}

const optionalText = z.nullish(z.string());
const contactFields = z.object({
  name: z.string().check(z.minLength(1)),
  phone: z.string().check(z.minLength(1)),
  ...{ surname: optionalText, company_name: optionalText, phone1: optionalText, phone2: optionalText },
  ...{ fax: optionalText, email: optionalText },
  group_ids: z.nullish(z.array(z.union([z.string(), z.number()]))),
});

const unknownContact = {
  ...{ surname: null, companyName: null, phone1: null, phone2: null, fax: null, email: null },
  groupIds: [],
};

function readFields(body: Readonly<Record<string, unknown>>): Partial<Contact> & Pick<Contact, 'name' | 'phone'> {
  const parsed = contactFields.safeParse(body);
  if (!parsed.success) throw new RefusedRequest(400, 'name and phone are required');
  const { company_name: companyName, group_ids: groupIds, ...same } = parsed.data;
  const given = Object.entries({ ...same, companyName, groupIds: groupIds?.map(String) });
  return {
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    ...{ name: same.name, phone: same.phone },
  };
}

const answerOf = ({ id, companyName, groupIds, ...same }: Contact) => ({
  ...{ id: Number(id), ...same, company_name: companyName, group_ids: groupIds.map(Number) },
});

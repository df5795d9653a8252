import { readIdAnswer } from './answers';
import type { ContactDraft } from './entities';
import { UnreadableAnswerError } from './errors';
import { callService, nameOf } from './service';
import type { CallOptions, Content, ServicePorts } from './service';
import { encodeField } from './urls';

/** Adds someone to the service's phone book; answers the new contact's id. */
export async function createContact(ports: ServicePorts, draft: ContactDraft, options: CallOptions): Promise<string> {
  const call = { method: 'POST', path: '/contacts' } as const;
  const { text } = await callService(ports, {
    ...call,
    ...options,
    content: (key) => json({ key, ...fieldsOf(draft) }),
  });
  const contactId = readIdAnswer(text);
  if (contactId === null) throw new UnreadableAnswerError(nameOf(call), 'it holds no contact id');
  return contactId;
}

/** Replaces what the service knows of a contact by the fields of `draft` that are given. */
export async function updateContact(
  ports: ServicePorts,
  contactId: string,
  draft: ContactDraft,
  options: CallOptions,
): Promise<void> {
  const content = (key: string) => json({ key, ...fieldsOf(draft) });
  const { text } = await callService(ports, { method: 'PATCH', path: pathOf(contactId), ...options, content });
  checkDone(text, `PATCH ${pathOf(contactId)}`);
}

export async function deleteContact(ports: ServicePorts, contactId: string, options: CallOptions): Promise<void> {
  const content = (key: string) => json({ key });
  const { text } = await callService(ports, { method: 'DELETE', path: pathOf(contactId), ...options, content });
  checkDone(text, `DELETE ${pathOf(contactId)}`);
}

const pathOf = (contactId: string): string => `/contacts/${encodeField(contactId)}`;

const json = (fields: object): Content => ({ type: 'application/json', body: JSON.stringify(fields) });

/** In the service's spelling; what is `undefined` is left out by JSON. */
const fieldsOf = ({ companyName, groupIds, ...same }: ContactDraft): object => ({
  ...same,
  company_name: companyName,
  group_ids: groupIds,
});

/** The documents say `OK`; a page or a sentence is something else than the service answering. */
function checkDone(text: string, call: string): void {
  if (!/^\s*["']?[\w.-]{0,64}["']?\s*$/.test(text)) throw new UnreadableAnswerError(call, 'it does not say OK');
}

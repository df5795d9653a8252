import { documentUrl, serveDocument } from './documents';
import { acceptOrder, listOrders } from './orders';
import { changeContact, createContact, deleteContact, listCallerIds, listContacts, listGroups } from './phone-book';
import { listRecords } from './records';
import type { Answer, ReadRequest, Service } from './service';

export type Route = (service: Service, request: ReadRequest) => Answer | Promise<Answer>;

const routes: readonly (readonly [method: string, path: RegExp, route: Route])[] = [
  ['POST', /^\/fax_orders\/?$/, acceptOrder],
  ['GET', /^\/fax_orders\/?$/, listOrders],
  ['GET', /^\/fdrs\/?$/, listRecords],
  ['POST', /^\/fax_document_url\/?$/, documentUrl],
  ['GET', /^\/documents\/[\w-]+$/, serveDocument],
  ['GET', /^\/caller_ids\/?$/, listCallerIds],
  ['GET', /^\/contact_groups\/?$/, listGroups],
  ['GET', /^\/contacts\/?$/, listContacts],
  ['POST', /^\/contacts\/?$/, createContact],
  ['PATCH', /^\/contacts\/\d+$/, changeContact],
  ['DELETE', /^\/contacts\/\d+$/, deleteContact],
];

/** What answers a call; `null` where the service has nothing. */
export const routeOf = (method: string, path: string): Route | null =>
  routes.find(([ofMethod, ofPath]) => ofMethod === method && ofPath.test(path))?.[2] ?? null;

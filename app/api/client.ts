import {
  callerIdsAnswer,
  contactGroupsAnswer,
  contactsAnswer,
  pendingAnswer,
  readIdAnswer,
  recordsAnswer,
} from './answers';
import type { ContactsPage, PendingPage, RecordsPage } from './answers';
import { createContact, deleteContact, updateContact } from './contacts';
import { downloadDocument } from './document';
import type { DocumentSink, DownloadedDocument } from './document';
import type { ContactDraft, ContactGroup, PageRequest, RecordFilter } from './entities';
import { UnreadableAnswerError } from './errors';
import { encodeFaxForm } from './form-body';
import { historyAnswer } from './history-answer';
import type { HistoryPage } from './history-answer';
import { callForJson, callService } from './service';
import type { CallOptions, ServiceCall, ServicePorts } from './service';
import { formatQueryStamp } from './stamps';

/** One fax to one recipient, as `POST /fax_orders` takes it. */
export interface FaxToSend {
  readonly pdf: Uint8Array;
  readonly mime: string;
  /** E.164 digits without the plus. */
  readonly recipient: string;
  /** The own number to send from; `null` leaves it to the service. */
  readonly sender: string | null;
  readonly header: string;
}

export interface SendOptions extends CallOptions {
  readonly onUploadProgress?: (sentBytes: number, totalBytes: number) => void;
}

/** The service's API, whole (api.md). Every method throws an `ApiError` for what the service or the network refuses. */
export interface ApiClient {
  /** Answers the order id. After an error, `outcomeOfPost` says whether another POST is permitted. */
  sendFax(fax: FaxToSend, options?: SendOptions): Promise<string>;
  listPending(page: PageRequest, options?: CallOptions): Promise<PendingPage>;
  listRecords(filter: RecordFilter, page: PageRequest, options?: CallOptions): Promise<RecordsPage>;
  /** As `listRecords`, but keeps what it can of entries that are not as documented, and says what the service said. */
  listHistory(filter: RecordFilter, page: PageRequest, options?: CallOptions): Promise<HistoryPage>;
  downloadDocument(callUuid: string, sink: DocumentSink, options?: CallOptions): Promise<DownloadedDocument>;
  /** Own numbers, E.164 digits without the plus. */
  callerIds(options?: CallOptions): Promise<string[]>;
  contacts(page: PageRequest, options?: CallOptions): Promise<ContactsPage>;
  contactGroups(options?: CallOptions): Promise<ContactGroup[]>;
  /** Answers the new contact's id. */
  createContact(draft: ContactDraft, options?: CallOptions): Promise<string>;
  updateContact(contactId: string, draft: ContactDraft, options?: CallOptions): Promise<void>;
  deleteContact(contactId: string, options?: CallOptions): Promise<void>;
}

export const createApiClient = (ports: ServicePorts): ApiClient => ({
  sendFax: (fax, options = {}) => sendFax(ports, fax, options),
  listPending: (page, options) =>
    callForJson(ports, { method: 'GET', path: '/fax_orders', query: { ...page }, ...options }, pendingAnswer(page)),
  listRecords: (filter, page, options) => callForJson(ports, recordsCall(filter, page, options), recordsAnswer(page)),
  listHistory: (filter, page, options) => callForJson(ports, recordsCall(filter, page, options), historyAnswer(page)),
  downloadDocument: (callUuid, sink, options = {}) => downloadDocument(ports, callUuid, sink, options),
  callerIds: (options) => callForJson(ports, { method: 'GET', path: '/caller_ids', ...options }, callerIdsAnswer),
  contacts: (page, options) =>
    callForJson(ports, { method: 'GET', path: '/contacts', query: { ...page }, ...options }, contactsAnswer(page)),
  contactGroups: (options) =>
    callForJson(ports, { method: 'GET', path: '/contact_groups', ...options }, contactGroupsAnswer),
  createContact: (draft, options = {}) => createContact(ports, draft, options),
  updateContact: (contactId, draft, options = {}) => updateContact(ports, contactId, draft, options),
  deleteContact: (contactId, options = {}) => deleteContact(ports, contactId, options),
});

async function sendFax(ports: ServicePorts, fax: FaxToSend, options: SendOptions): Promise<string> {
  const { pdf, ...fields } = fax;
  const { text } = await callService(ports, {
    method: 'POST',
    path: '/fax_orders',
    signal: options.signal,
    content: (key) => ({
      type: 'application/x-www-form-urlencoded',
      body: encodeFaxForm({ ...fields, key, bytes: pdf }),
    }),
    onUploadProgress: (sentBytes, totalBytes) => options.onUploadProgress?.(sentBytes, totalBytes),
  });
  const orderId = readIdAnswer(text);
  if (orderId === null) throw new UnreadableAnswerError('POST /fax_orders', 'it holds no order id');
  return orderId;
}

const recordsCall = (filter: RecordFilter, page: PageRequest, options: CallOptions | undefined): ServiceCall => ({
  method: 'GET',
  path: '/fdrs',
  query: { ...recordsQuery(filter), ...page },
  ...options,
});

const recordsQuery = (filter: RecordFilter) => ({
  start_stamp_from: filter.since === undefined ? undefined : formatQueryStamp(filter.since),
  start_stamp_to: filter.until === undefined ? undefined : formatQueryStamp(filter.until),
  direction: filter.direction,
  caller_id_number: filter.sender,
  original_destination: filter.recipient,
  success: filter.success,
});

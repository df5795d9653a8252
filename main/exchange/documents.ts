import { randomUUID } from 'node:crypto';
import { checkFormKey } from './check-key';
import type { FaxCall } from './entities';
import { requiredField } from './form';
import { recordedCalls } from './records';
import { RefusedRequest } from './refused-request';
import { sampleDocument } from './sample-document';
import { plain } from './service';
import type { Answer, ReadRequest, Service } from './service';

const goodForMs = 3_600_000;

/** `POST /fax_document_url/`: an address, good for one hour, of what a call transmitted. */
export function documentUrl(service: Service, request: ReadRequest): Answer {
  const callUuid = requiredField(checkFormKey(service, request), 'call_uuid');
  if (!recordedCalls(service).some((call) => call.callUuid === callUuid)) {
    throw new RefusedRequest(400, `cannot find call with call_uuid ${callUuid}`);
  }
  const token = randomUUID();
  service.documentLinks.set(token, { callUuid, goodUntil: service.now() + goodForMs });
  return plain(`${service.url()}/documents/${token}`);
}

/** `GET` of that address; it needs no key. */
export async function serveDocument(service: Service, { path }: ReadRequest): Promise<Answer> {
  const link = service.documentLinks.get(path.split('/').at(-1) ?? '');
  const call = recordedCalls(service).find(({ callUuid }) => callUuid === link?.callUuid);
  if (link === undefined || call === undefined) throw new RefusedRequest(404, 'not found');
  if (service.now() >= link.goodUntil) throw new RefusedRequest(410, 'the address has expired');
  const body = await documentOf(service, call);
  return { status: 200, type: isPdf(body) ? 'application/pdf' : 'image/tiff', body };
}

async function documentOf({ ledger }: Service, call: FaxCall): Promise<Uint8Array> {
  const own = ledger.document(call.callUuid);
  if (own !== null && (isPdf(own) || isTiff(own))) return own;
  return sampleDocument(`${call.sender} > ${call.recipient}`, call.pagesTotal);
}

const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 4)).toString('latin1');
const isPdf = (bytes: Uint8Array): boolean => startOf(bytes) === '%PDF';
const isTiff = (bytes: Uint8Array): boolean => ['II*\0', 'MM\0*'].includes(startOf(bytes));

import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { parseForm } from './form';
import { RefusedRequest } from './refused-request';
import type { ReadRequest, Service } from './service';

/** Refuses any key but the exchange's; like the real service, echoing it. */
function checkKey(service: Service, given: string): void {
  const [expected, actual] = [Buffer.from(service.key), Buffer.from(given)];
  if (expected.length === actual.length && timingSafeEqual(expected, actual)) return;
  throw wrongKey(given, service.answerShapes() === 'old' ? 400 : 401);
}

export const wrongKey = (given: string, status: number): RefusedRequest =>
  new RefusedRequest(status, `Gecersiz anahtar: ${given}`);

export function checkQueryKey(service: Service, { query }: ReadRequest): URLSearchParams {
  checkKey(service, query.get('key') ?? '');
  return query;
}

/** The fields of a form that holds the key. */
export function checkFormKey(service: Service, { contentType, body }: ReadRequest): ReadonlyMap<string, string> {
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType)) {
    throw new RefusedRequest(415, 'unsupported content type');
  }
  const form = parseForm(body.toString('latin1'));
  checkKey(service, form.get('key') ?? '');
  return form;
}

const jsonBody = z.looseObject({ key: z.string() });

/** The fields of a JSON body that holds the key. */
export function checkJsonKey(service: Service, { contentType, body }: ReadRequest): Readonly<Record<string, unknown>> {
  if (!/^application\/json\s*(?:;|$)/i.test(contentType)) throw new RefusedRequest(415, 'unsupported content type');
  const fields = jsonBody.safeParse(parseJson(body.toString('utf8')));
  checkKey(service, fields.success ? fields.data.key : '');
  return fields.data ?? {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedRequest(400, 'invalid json');
  }
}

/** The key a request carries, wherever it is, to echo it. */
export function keyGiven({ query, body }: ReadRequest): string {
  const inBody = /(?:^|&)key=([^&]*)|"key"\s*:\s*"([^"]*)"/.exec(body.toString('latin1', 0, 4096));
  return query.get('key') ?? inBody?.[1] ?? inBody?.[2] ?? '';
}

import type { Direction } from '../../app/api/entities';
import { formatStamp, momentOfStamp } from '../../app/api/stamps';
import { checkQueryKey } from './check-key';
import type { FaxCall } from './entities';
import { standingOf } from './order-life';
import { pageOf, readPaging } from './paging';
import { RefusedRequest } from './refused-request';
import { json } from './service';
import type { Answer, ReadRequest, Service } from './service';

/** Every call that is over and recorded. */
export function recordedCalls({ ledger, pace, now }: Service): FaxCall[] {
  const ofOrders = ledger.orders().flatMap((order) => {
    const standing = standingOf(order, pace, now());
    return standing.kind === 'over' ? [standing.call] : [];
  });
  return [...ofOrders, ...ledger.calls().filter(({ endAt }) => endAt <= now())];
}

/** `GET /fdrs`: a page of the records that pass every filter, newest first. */
export function listRecords(service: Service, request: ReadRequest): Answer {
  const query = checkQueryKey(service, request);
  const paging = readPaging(query);
  const passes = readFilter(query);
  const calls = recordedCalls(service).filter(passes);
  calls.sort((a, b) => b.startAt - a.startAt);
  const { entries, pagination } = pageOf(calls, paging);
  return json({ fdrs: entries.map(recordOf), pagination });
}

function readFilter(query: URLSearchParams): (call: FaxCall) => boolean {
  const { from, to } = readRange(query);
  const direction = oneOf(query, 'direction', ['inbound', 'outbound', 'internal']);
  const success = oneOf(query, 'success', ['true', 'false']);
  const sender = query.get('caller_id_number');
  const recipient = query.get('original_destination');
  return (call) =>
    (from === null || call.startAt >= from) &&
    (to === null || call.startAt <= to) &&
    (direction === null || call.direction === direction) &&
    (success === null || String(call.success) === success) &&
    (sender === null || call.sender === sender) &&
    (recipient === null || call.recipient === recipient);
}

const longestRangeMs = 31 * 86_400_000;

function readRange(query: URLSearchParams): { from: number | null; to: number | null } {
  const from = readStamp(query, 'start_stamp_from');
  const to = readStamp(query, 'start_stamp_to');
  if (from !== null && to !== null && to - from > longestRangeMs) {
    throw new RefusedRequest(400, 'date range cannot be longer than 31 days');
  }
  return { from, to };
}

function readStamp(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  const at = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC$/.test(text) ? momentOfStamp(text) : null;
  if (at === null) throw new RefusedRequest(400, `invalid ${name}`);
  return at;
}

function oneOf(query: URLSearchParams, name: string, allowed: readonly string[]): string | null {
  const value = query.get(name);
  if (value !== null && !allowed.includes(value)) throw new RefusedRequest(400, `invalid ${name}`);
  return value;
}

const directionWords: Record<Direction, string> = { inbound: 'Gelen', outbound: 'Giden', internal: 'Santral içi' };

const recordOf = (call: FaxCall) => ({
  call_uuid: call.callUuid,
  direction: directionWords[call.direction],
  caller_id_number: call.sender,
  local_station_header: call.header,
  original_destination: call.recipient,
  pages_count: `${call.pagesSent} / ${call.pagesTotal}`,
  transfer_rate: call.transferRateBps,
  start_stamp: formatStamp(call.startAt),
  answer_stamp: call.answerAt === null ? null : formatStamp(call.answerAt),
  end_stamp: formatStamp(call.endAt),
  duration: call.answerAt === null ? 0 : Math.ceil((call.endAt - call.answerAt) / 1000),
  success: call.success,
  result: call.result,
});

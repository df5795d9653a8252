import { describe, expect, it } from 'vitest';
import type { FaxRecord, PendingOrder } from '../api/entities';
import { formatStamp } from '../api/stamps';
import type { Delivery, DeliveryState } from './delivery';
import type { Post, Spooled } from './ports';
import { reconcile } from './reconcile';
import type { Circumstances, Evidence } from './reconcile';
import { usualTiming } from './schedule';

/** 2026-11-23 12:00:00 in Türkiye. */
const noon = Date.UTC(2026, 10, 23, 9, 0, 0);
/** The machine runs for three hours. */
const bootedAt = noon - 3 * 3_600_000;
const seconds = (count: number): number => noon + count * 1000;
const stamp = (count: number): string => formatStamp(seconds(count));

const spooled = (
  id: string,
  state: DeliveryState,
  more: Partial<Delivery> = {},
  post: Partial<Post> = {},
): Spooled => ({
  delivery: {
    id,
    faxId: `fax of ${id}`,
    recipient: '902123205072',
    sender: '908501234567',
    header: 'ACME',
    documentSha256: id,
    pageCount: 2,
    createdAt: seconds(-1),
    sendAt: null,
    officeHoursOnly: false,
    retries: 0,
    state,
    ...more,
  },
  revision: 1,
  post: { startedAt: seconds(0), bootedAt, endedAt: seconds(10), answered: state.kind === 'accepted', ...post },
  lease: null,
  retry: true,
});

/** The service calls and tells at once. */
const promptly = [{ ms: 0, pages: 1 }];

const unconfirmed = (checks = 0): DeliveryState => ({
  kind: 'unconfirmed',
  since: seconds(10),
  nextCheckAt: seconds(11),
  checks,
});
const lastCheck = unconfirmed(usualTiming.settleChecksMs.length - 1);
const accepted = (orderId: string, at = 2, leftAt?: number): DeliveryState => ({
  kind: 'accepted',
  orderId,
  at: seconds(at),
  serviceStatus: null,
  ...(leftAt !== undefined && { leftPendingAt: seconds(leftAt) }),
});
const sending: DeliveryState = { kind: 'sending', since: seconds(0) };

const order = (orderId: string, at: number, more: Partial<PendingOrder> = {}): PendingOrder => ({
  orderId,
  createdAt: stamp(at),
  sender: '908501234567',
  recipient: '902123205072',
  status: 'Bekliyor',
  ...more,
});

const record = (callUuid: string, at: number, more: Partial<FaxRecord> = {}): FaxRecord => ({
  callUuid,
  direction: 'outbound',
  sender: '908501234567',
  recipient: '902123205072',
  header: '',
  pagesCount: '2 / 2',
  pagesSent: 2,
  pagesTotal: 2,
  transferRateBps: 14400,
  startStamp: stamp(at),
  answerStamp: stamp(at + 5),
  endStamp: stamp(at + 30),
  durationSeconds: 30,
  success: true,
  result: 'Başarılı',
  ...more,
});

interface Scene extends Partial<Circumstances> {
  readonly orders?: PendingOrder[];
  readonly records?: FaxRecord[];
  readonly later?: FaxRecord[];
  readonly cameAfter?: ReadonlyMap<string, number>;
}

function eventsOf(open: Spooled[], scene: Scene = {}): Record<string, string> {
  const { orders = [], records = [], later, cameAfter = new Map(), ...circumstances } = scene;
  const evidence: Evidence = {
    askedAt: seconds(99),
    recordsBefore: records,
    orders,
    cameAfter,
    recordsAfter: later ?? records,
  };
  const findings = reconcile(open, evidence, {
    now: seconds(100),
    bootedAt,
    offset: { lowMs: 0, highMs: 500 },
    taken: { orders: new Set(), records: new Set() },
    timing: usualTiming,
    turnarounds: promptly,
    retryMinutes: [],
    ...circumstances,
  });
  return Object.fromEntries(findings.map(({ deliveryId, event }) => [deliveryId, describeEvent(event)]));
}

function describeEvent(event: ReturnType<typeof reconcile>[number]['event']): string {
  if (event.kind === 'orderFound') return `order ${event.orderId}`;
  if (event.kind === 'recordFound') return `record ${event.record.callUuid}`;
  if (event.kind === 'ambiguous') return event.why;
  return event.kind === 'orderPending' ? event.serviceStatus : event.kind;
}

describe('an unconfirmed delivery', () => {
  const lost = spooled('a', unconfirmed());
  const lastLook = spooled('a', lastCheck);

  it('adopts the order made while its POST was under way (D4)', () => {
    expect(eventsOf([lost], { orders: [order('7', 9)] })).toEqual({ a: 'order 7' });
  });

  it('knows its number in any spelling', () => {
    const spelt = order('7', 9, { recipient: '0212 320 50 72', sender: '08501234567' });
    expect(eventsOf([lost], { orders: [spelt] })).toEqual({ a: 'order 7' });
  });

  it('leaves alone what other deliveries own, and orders to other numbers (D5)', () => {
    const taken = { orders: new Set(['7']), records: new Set<string>() };
    const orders = [order('7', 9), order('8', 9, { recipient: '902121111111' })];
    expect(eventsOf([lost], { orders, taken })).toEqual({ a: 'notFoundYet' });
  });

  it('adopts the record of a fax that is over already (D4)', () => {
    expect(eventsOf([lost], { records: [record('u', 12)] })).toEqual({ a: 'record u' });
  });

  it('leaves incoming faxes alone', () => {
    expect(eventsOf([lost], { records: [record('u', 12, { direction: 'inbound' })] })).toEqual({ a: 'notFoundYet' });
  });

  it('is looked for again until the last look, and only then absent (D4)', () => {
    expect(eventsOf([lost])).toEqual({ a: 'notFoundYet' });
    expect(eventsOf([lost], { now: seconds(10) })).toEqual({});
    expect(eventsOf([lastLook])).toEqual({ a: 'absent' });
  });

  it('is not absent while a record came during the look (D4)', () => {
    expect(eventsOf([lastLook], { later: [record('u', 90)] })).toEqual({ a: 'notFoundYet' });
  });

  it('is the user’s to decide where it can not be ruled out (D4)', () => {
    expect(eventsOf([lastLook], { orders: [order('7', 9, { sender: '902120000000' })] })).toEqual({
      a: 'ambiguousOrder',
    });
    expect(eventsOf([lastLook], { orders: [order('7', -300)] })).toEqual({ a: 'ambiguousOrder' });
    expect(eventsOf([lastLook], { records: [record('u', 20, { pagesTotal: 5 })] })).toEqual({ a: 'ambiguousRecord' });
    expect(eventsOf([lastLook], { orders: [order('7', 9), order('8', 9)] })).toEqual({ a: 'ambiguousOrder' });
  });

  it('is not proven absent by records that do not reach back to it', () => {
    const now = noon + 40 * 86_400_000;
    expect(eventsOf([lastLook], { now })).toEqual({ a: 'ambiguousRecord' });
  });

  it('is not decided while another fax to the number is being sent (D5)', () => {
    const rival = spooled('b', sending, {}, { endedAt: null });
    expect(eventsOf([lastLook, rival], { orders: [order('7', 9)] })).toEqual({ a: 'notFoundYet' });
  });

  it('shares orders with its like in time order, and nothing is guessed where they do not suffice (D5)', () => {
    const other = spooled('b', unconfirmed(), {}, { startedAt: seconds(2) });
    expect(eventsOf([other, lost], { orders: [order('8', 6), order('7', 4)] })).toEqual({ a: 'order 7', b: 'order 8' });
    expect(eventsOf([other, lost], { orders: [order('7', 4)] })).toEqual({ a: 'notFoundYet', b: 'notFoundYet' });
  });

  it('is not told from its like by a clock that is not known (D5)', () => {
    const other = spooled('b', unconfirmed(), {}, { startedAt: seconds(30), endedAt: seconds(35) });
    expect(eventsOf([lost, other], { orders: [order('7', 5)], offset: null })).toEqual({
      a: 'notFoundYet',
      b: 'notFoundYet',
    });
    expect(eventsOf([lost], { orders: [order('7', 5)], offset: null })).toEqual({ a: 'order 7' });
  });

  it('lets the twin of a found fax be absent', () => {
    const twins = [lost, spooled('b', lastCheck, { documentSha256: 'a' }, { startedAt: seconds(2) })];
    expect(eventsOf(twins, { orders: [order('7', 4)] })).toEqual({ a: 'order 7', b: 'absent' });
  });
});

describe('a delivery the user has to decide on', () => {
  const undecided = spooled('n', { kind: 'needsDecision', since: seconds(70), bootedAt, why: 'ambiguousRecord' });

  it('may still own what it was doubted for (D4, D5)', () => {
    expect(eventsOf([spooled('a', lastCheck), undecided], { records: [record('u', 12)] })).toEqual({
      a: 'ambiguousRecord',
    });
  });

  it('owns nothing that came later', () => {
    expect(eventsOf([spooled('a', accepted('7', 80, 95)), undecided], { records: [record('u', 85)] })).toEqual({
      a: 'record u',
    });
  });
});

describe('an accepted delivery', () => {
  it('shows the service’s word for it', () => {
    expect(eventsOf([spooled('a', accepted('7'))], { orders: [order('7', 1, { status: 'Aranıyor' })] })).toEqual({
      a: 'Aranıyor',
    });
  });

  it('is over with the record that comes once its order has left the pending list', () => {
    expect(eventsOf([spooled('a', accepted('7'))])).toEqual({ a: 'orderLeftPending' });
    expect(eventsOf([spooled('a', accepted('7', 2, 50))], { records: [record('u', 20)] })).toEqual({ a: 'record u' });
  });

  it('does not take the record of an earlier call to the number', () => {
    expect(eventsOf([spooled('a', accepted('7', 2, 50))], { records: [record('u', -20)] })).toEqual({});
  });

  it('does not take a record while its order is pending', () => {
    expect(eventsOf([spooled('a', accepted('7'))], { orders: [order('7', 1)], records: [record('u', 20)] })).toEqual({
      a: 'Bekliyor',
    });
  });

  it('is not missed in a list read before it was accepted', () => {
    expect(eventsOf([spooled('a', accepted('7', 99))])).toEqual({});
  });

  it('that was accepted meanwhile may own a record all the same (D5)', () => {
    const open = [spooled('a', accepted('7', 99)), spooled('b', lastCheck)];
    const records = [record('u', 20)];
    expect(eventsOf(open, { records })).toEqual({ b: 'notFoundYet' });
    expect(eventsOf(open, { records, now: seconds(650) })).toMatchObject({ b: 'ambiguousRecord' });
  });

  it('gets its record in the order of acceptance where several faxes went to one number (D5)', () => {
    const two = [spooled('b', accepted('8', 4, 60)), spooled('a', accepted('7', 2, 60))];
    const records = [record('v', 40), record('u', 10)];
    expect(eventsOf(two, { records })).toEqual({ a: 'record u', b: 'record v' });
    expect(eventsOf(two, { records: [record('u', 10)] })).toEqual({});
  });

  it('knows its record among others by header and pages', () => {
    const records = [record('u', 10), record('v', 40, { header: 'ACME' })];
    expect(eventsOf([spooled('a', accepted('7', 2, 60))], { records })).toEqual({ a: 'record v' });
  });

  it('is shown as ambiguous when patience ends', () => {
    const records = [record('u', 10), record('v', 40)];
    const waiting = spooled('a', accepted('7', 2, 60));
    expect(eventsOf([waiting], { records })).toEqual({});
    expect(eventsOf([waiting], { records, now: seconds(60 + 600) })).toEqual({ a: 'ambiguousRecord' });
    expect(eventsOf([waiting], { now: seconds(60 + 3600) })).toEqual({ a: 'ambiguousRecord' });
  });
});

it('chooses by time between no two records while the service’s clock is not known (D5)', () => {
  const accepted7 = spooled('a', accepted('7', 2, 60));
  const [own, anothers] = [record('u', -40), record('v', 5, { success: false, result: 'Meşgul' })];
  expect(eventsOf([accepted7], { records: [own, anothers], offset: null })).toEqual({});
});

it('leaves a record to a rival accepted just now, whose order no list has shown (D5)', () => {
  const gone = spooled('a', accepted('8', 50, 60), {}, { startedAt: seconds(49), endedAt: seconds(50) });
  const unseen = spooled('b', accepted('7', 98), {}, { startedAt: seconds(48), endedAt: seconds(98) });
  expect(eventsOf([gone, unseen], { records: [record('u', 49)] })).toEqual({});
});

describe('a record that came while it was watched for', () => {
  const [hoursOff, unknown] = [record('u', -7_195), { offset: null }];
  const came = (at: number) => ({ ...unknown, records: [hoursOff], cameAfter: new Map([['u', seconds(at)]]) });
  const [answered, unanswered] = [spooled('a', accepted('7', 2, 60)), spooled('a', lastCheck)];

  it('is the only delivery’s, though the service’s clock is not known', () => {
    expect(eventsOf([answered], came(1))).toEqual({ a: 'record u' });
    expect(eventsOf([unanswered], came(1))).toEqual({ a: 'record u' });
  });

  it('may be another fax’s where it may have been there before the POST, says otherwise, or there is a rival', () => {
    expect(eventsOf([answered], came(-1))).toEqual({});
    expect(eventsOf([answered], { ...unknown, records: [hoursOff] })).toEqual({});
    const longer = record('u', -7_195, { pagesTotal: 9 });
    expect(eventsOf([answered], { ...came(1), records: [longer] })).toEqual({});
    const rival = spooled('b', accepted('8', 3, 60), {}, { startedAt: seconds(1) });
    expect(eventsOf([answered, rival], came(1))).toEqual({});
  });
});

describe('a call that did not get through', () => {
  const left = spooled('a', accepted('1', 2, 40));
  const failed = (callUuid: string, result: string, more: Partial<FaxRecord> = {}) =>
    record(callUuid, 3, { success: false, pagesSent: 0, result, ...more });
  const retries = (open: Spooled[], records: FaxRecord[], retryMinutes = [3, 10]): (number | null)[] => {
    const evidence = {
      askedAt: seconds(99),
      recordsBefore: records,
      orders: [],
      cameAfter: new Map(),
      recordsAfter: null,
    };
    const findings = reconcile(open, evidence, {
      now: seconds(100),
      bootedAt,
      offset: { lowMs: 0, highMs: 500 },
      taken: { orders: new Set(), records: new Set() },
      timing: usualTiming,
      turnarounds: promptly,
      retryMinutes,
    });
    return findings.map(({ event }) =>
      event.kind === 'recordFound' && event.retry ? (event.retry.at - seconds(100)) / 60_000 : null,
    );
  };

  it('is made again after the minutes the user set, as often as the user set', () => {
    expect(retries([left], [failed('u', 'Meşgul')])).toEqual([3]);
    expect(retries([spooled('a', accepted('1', 2, 40), { retries: 1 })], [failed('u', 'Cevap yok')])).toEqual([10]);
    expect(retries([spooled('a', accepted('1', 2, 40), { retries: 2 })], [failed('u', 'Meşgul')])).toEqual([null]);
    expect(retries([left], [failed('u', 'Meşgul')], [])).toEqual([null]);
    expect(retries([{ ...left, retry: false }], [failed('u', 'Meşgul')])).toEqual([null]);
  });

  it('is not where it failed otherwise, or pages arrived', () => {
    expect(retries([left], [failed('u', 'Bağlantı koptu')])).toEqual([null]);
    expect(retries([left], [failed('u', 'Meşgul', { pagesSent: 1 })])).toEqual([null]);
  });

  it('is not where the user wanted it cancelled', () => {
    const given: DeliveryState = {
      kind: 'unconfirmed',
      since: noon,
      nextCheckAt: noon,
      checks: 0,
      cancelRequested: true,
    };
    expect(retries([spooled('a', given)], [failed('u', 'Meşgul')])).toEqual([null]);
  });

  it('is not where it may have been another fax’s and this one delivered (D3)', () => {
    const other = spooled('b', accepted('2', 3, 40), {}, { startedAt: seconds(1) });
    const mixed = [failed('u', 'Meşgul'), record('v', 4)];
    expect(retries([left, other], mixed)).toEqual([null, null]);
    const twin = spooled('b', accepted('2', 3, 40), { documentSha256: 'a' }, { startedAt: seconds(1) });
    expect(retries([left, twin], mixed)).toEqual([3, null]);
    expect(retries([left, other], [failed('u', 'Meşgul'), failed('v', 'Cevap yok')])).toEqual([3, 3]);
  });
});

import { firstState } from '../../../app/outbox/first-state';
import { isFinal } from '../../../app/outbox/delivery';
import type { Delivery, DeliveryState, FaxRequest, WaitingFor } from '../../../app/outbox/delivery';
import { momentOf, readingMs, surelySetForwardBy } from '../../../app/outbox/own-clock';
import type { Moment, Noted, TellsTime } from '../../../app/outbox/own-clock';
import type { Change, Lease, Post, PostEnd, Scope, Spool, Spooled, Taken } from '../../../app/outbox/ports';
import type { ClockOffset, LearntOffset } from '../../../app/outbox/service-clock';
import { stateToday } from '../../../app/outbox/state-today';
import type { Turnaround } from '../../../app/outbox/settling';
import type { DocumentSpool } from '../../storage/document-spool';
import type { SpoolStore } from '../../storage/outbox-store';

interface Attempt {
  readonly number: number;
  readonly startedAt: number;
  readonly bootedAt: number;
  readonly endedAt: number | null;
  readonly outcome: PostEnd['outcome'] | null;
  readonly orderId: string | null;
  readonly callUuid: string | null;
  readonly callAt: number | null;
  readonly success: boolean;
}

interface Row {
  readonly exchange: string;
  spooled: Spooled;
  orderId: string | null;
  callUuid: string | null;
  attempts: readonly Attempt[];
  /** The clock that told its times. */
  noted: Noted;
}

/** What the runner and the simulations use of a store. */
export type SmallStore = Spool & Pick<SpoolStore, 'list' | 'queue' | 'pause'>;

/** What several `MemorySpool`s share, as processes share a file. */
export class MemoryDisk {
  readonly rows: Row[] = [];
  readonly byId = new Map<string, Row>();
  readonly offsets = new Map<string, LearntOffset>();
  readonly paused = new Map<string, number | null>();
  /** What is not final, in the order it was queued. */
  open: Row[] = [];
  newest = 0;
  attempts = 0;
  private named = 0;

  nextId = (): string => `id ${(this.named += 1)}`;
}

interface Parts {
  readonly disk: MemoryDisk;
  readonly documents: DocumentSpool;
  readonly exchange: string;
  readonly clock: TellsTime;
}

/**
 * The outbox's store without SQLite, for simulations that live through very many histories.
 * `memory-spool.test.ts` holds it to what the real one does.
 */
export class MemorySpool implements SmallStore {
  constructor(private readonly parts: Parts) {}

  find(id: string): Spooled | null {
    return this.rowOf(id)?.spooled ?? null;
  }

  inFlight(): Spooled[] {
    return this.open().filter(({ delivery }) => delivery.state.kind !== 'queued');
  }

  open(): Spooled[] {
    return this.parts.disk.open.filter((row) => this.isMine(row)).map(({ spooled }) => spooled);
  }

  sending(): Spooled[] {
    return this.open().filter(({ delivery }) => delivery.state.kind === 'sending');
  }

  due(at: number, limit: number, only: Scope): Spooled[] {
    return this.open()
      .filter((each) => isIn(only, each) && notBefore(each) <= at)
      .slice(0, limit);
  }

  nextDueAfter(at: number, only: Scope): number | null {
    const later = this.open().filter((each) => isIn(only, each) && notBefore(each) > at);
    return earliest(later.map(notBefore).filter((each) => each < never));
  }

  followed(only: Scope): { anyAccepted: boolean; nextCheckAt: number | null } {
    const states = this.open()
      .filter((each) => isIn(only, each))
      .map(({ delivery }) => delivery.state);
    return {
      anyAccepted: states.some(({ kind }) => kind === 'accepted'),
      nextCheckAt: earliest(states.flatMap((state) => (state.kind === 'unconfirmed' ? [state.nextCheckAt] : []))),
    };
  }

  pausedAt(): number | null {
    return this.parts.disk.paused.get(this.parts.exchange) ?? null;
  }

  pause(at: number | null): void {
    this.parts.disk.paused.set(this.parts.exchange, at);
  }

  list(): Delivery[] {
    return this.mine()
      .map(({ spooled }) => spooled.delivery)
      .reverse();
  }

  changedSince(revision: number): { deliveries: Delivery[]; revision: number } {
    const { newest } = this.parts.disk;
    if (newest === revision) return { deliveries: [], revision };
    const changed = this.mine().filter(({ spooled }) => spooled.revision > revision);
    changed.sort((a, b) => a.spooled.revision - b.spooled.revision);
    return { deliveries: changed.map(({ spooled }) => spooled.delivery), revision: newest };
  }

  attempts(deliveryId: string): Attempt[] {
    return (this.parts.disk.byId.get(deliveryId)?.attempts ?? []).map((attempt) => ({ ...attempt }));
  }

  async queue(request: FaxRequest, pdf: Uint8Array, at: number, undoMs = 0): Promise<Delivery[]> {
    const { disk, documents } = this.parts;
    const documentSha256 = await documents.save(pdf);
    const faxId = disk.nextId();
    const { recipients, sender, header, pageCount } = request;
    return recipients.map((recipient) => {
      const fields = { faxId, recipient: recipient.replace('+', ''), sender, header, documentSha256, pageCount };
      const wishes = { sendAt: request.sendAt ?? null, officeHoursOnly: request.officeHoursOnly ?? false };
      const state = firstState(at, undoMs, request.sendAt);
      const delivery = { id: disk.nextId(), ...fields, createdAt: at, ...wishes, retries: 0, state };
      this.add(delivery, request.retry ?? true);
      return delivery;
    });
  }

  claim(id: string, lease: Lease, { now: at, bootedAt }: Moment): Spooled | null {
    const row = this.rowOf(id);
    const state = row?.spooled.delivery.state;
    if (row === null || state?.kind !== 'queued' || state.notBefore > at || this.pausedAt() !== null) return null;
    const number = (this.parts.disk.attempts += 1);
    const begun = {
      number,
      startedAt: at,
      bootedAt,
      endedAt: null,
      outcome: null,
      orderId: null,
      callUuid: null,
      callAt: null,
      success: false,
    };
    row.attempts = [...row.attempts, begun];
    this.put(row, { kind: 'sending', since: at }, lease, this.nextRevision());
    row.noted = { at, bootedAt };
    return row.spooled;
  }

  renew(id: string, { owner, until }: Lease): Spooled | null {
    const row = this.rowOf(id);
    if (row?.spooled.delivery.state.kind !== 'sending' || row.spooled.lease?.owner !== owner) return null;
    row.spooled = { ...row.spooled, lease: { owner, until } };
    return row.spooled;
  }

  change(from: Spooled, to: DeliveryState, end?: PostEnd): Change {
    const row = this.rowOf(from.delivery.id);
    if (row === null) return 'stale';
    const orderId = 'orderId' in to ? (to.orderId ?? null) : null;
    const callUuid = 'callUuid' in to ? to.callUuid : null;
    const isAnswer = end?.outcome === 'accepted';
    const rivals = orderId === null ? [] : this.mine().filter((each) => each !== row && each.orderId === orderId);
    const released = isAnswer ? rivals.filter((each) => isFinal(each.spooled.delivery.state)) : [];
    const isOwned = rivals.length > released.length;
    if (isOwned && end?.outcome === 'found') return 'taken';
    const isCurrent = row.spooled.revision === from.revision;
    const call = callOf(to);
    if (isCurrent && callUuid !== null && this.mine().some((each) => each !== row && each.callUuid === callUuid)) {
      return 'taken';
    }
    const keeps = call !== null && callOf(row.spooled.delivery.state) !== call && row.attempts.length > 0;
    if (isCurrent && keeps && this.isKept(call, row.attempts.at(-1))) return 'taken';
    for (const each of released) each.orderId = null;
    if (!isCurrent) return 'stale';
    row.orderId = isOwned ? null : orderId;
    row.callUuid = callUuid;
    if (end !== undefined) changeLast(row, (last) => endAttempt(last, end));
    if (keeps) changeLast(row, (last) => ({ ...last, ...keptOf(to) }));
    const again = to.kind === 'queued' && to.waitingFor === 'retry' && from.delivery.state.kind !== 'queued';
    this.put(row, to, to.kind === 'sending' ? row.spooled.lease : null, this.nextRevision(), again ? 1 : 0);
    row.noted = this.noting();
    return 'changed';
  }

  keepOrder(deliveryId: string, post: Post, orderId: string): void {
    const row = this.parts.disk.byId.get(deliveryId);
    if (row === undefined) return;
    row.attempts = row.attempts.map((attempt) =>
      attempt.startedAt === post.startedAt ? { ...attempt, outcome: 'accepted', orderId } : attempt,
    );
    this.put(row, row.spooled.delivery.state, row.spooled.lease, row.spooled.revision);
  }

  postpone(waitingFor: 'network' | 'rateLimit', from: number, until: number): void {
    this.requeue(until, waitingFor, ({ state }) => state.kind === 'queued' && state.notBefore <= from);
  }

  hasten(at: number): void {
    this.requeue(at, 'turn', ({ state }) => state.kind === 'queued' && state.waitingFor === 'network');
  }

  holdForOffice(at: number, until: number): void {
    this.requeue(
      until,
      'officeHours',
      ({ state, officeHoursOnly }) => officeHoursOnly && state.kind === 'queued' && state.notBefore <= at,
    );
  }

  followClock(today: Moment, seen: Moment | null): void {
    for (const row of this.parts.disk.open) {
      const { delivery, lease, revision } = row.spooled;
      const { noted } = row;
      const isWaiting = delivery.state.kind !== 'needsDecision';
      if (!this.isMine(row) || !isWaiting || Math.abs(today.bootedAt - (noted.bootedAt ?? 0)) < readingMs) continue;
      const setMs = surelySetForwardBy(noted, today, seen);
      const told = lease === null ? null : { ...lease, until: lease.until + setMs };
      this.put(row, stateToday(delivery.state, setMs), told, setMs === 0 ? revision : this.nextRevision());
      row.noted = { at: today.now, bootedAt: today.bootedAt };
    }
  }

  together<T>(work: () => T): T {
    const { disk } = this.parts;
    const before = disk.rows.map((row) => ({ ...row }));
    const { newest } = disk;
    try {
      return work();
    } catch (error) {
      for (const [index, row] of before.entries()) Object.assign(disk.rows[index] ?? row, row);
      disk.newest = newest;
      disk.open = disk.rows.filter((row) => !isFinal(row.spooled.delivery.state));
      throw error;
    }
  }

  taken(orderIds: readonly string[], callUuids: readonly string[]): Taken {
    const orders = new Set<string>();
    const records = new Set<string>();
    for (const { orderId, callUuid, attempts } of this.mine()) {
      for (const id of [orderId, ...attempts.map((attempt) => attempt.orderId)]) {
        if (id !== null && orderIds.includes(id)) orders.add(id);
      }
      for (const id of [callUuid, ...attempts.map((attempt) => attempt.callUuid)]) {
        if (id !== null && callUuids.includes(id)) records.add(id);
      }
    }
    return { orders, records };
  }

  turnarounds(): Turnaround[] {
    const all = this.mine()
      .filter(({ attempts }) => attempts.some(({ success }) => success))
      .flatMap(({ spooled, attempts }) => attempts.map((attempt) => ({ attempt, pages: spooled.delivery.pageCount })));
    all.sort((a, b) => b.attempt.number - a.attempt.number);
    return all
      .flatMap(({ attempt: { outcome, success, callAt, startedAt }, pages }) => {
        const isMeant = outcome === 'accepted' && success && callAt !== null && callAt >= startedAt;
        return isMeant ? [{ ms: callAt - startedAt, pages }] : [];
      })
      .slice(0, 20);
  }

  clockOffset(): LearntOffset | null {
    return this.parts.disk.offsets.get(this.parts.exchange) ?? null;
  }

  saveClockOffset({ lowMs, highMs }: ClockOffset, { now: at, bootedAt }: Moment): void {
    this.parts.disk.offsets.set(this.parts.exchange, { offset: { lowMs, highMs }, learnt: { at, bootedAt } });
  }

  readDocument(sha256: string): Promise<Uint8Array> {
    return this.parts.documents.read(sha256);
  }

  private isMine = ({ exchange }: Row): boolean => exchange === this.parts.exchange;

  private mine(): Row[] {
    return this.parts.disk.rows.filter(this.isMine);
  }

  private rowOf(id: string): Row | null {
    const row = this.parts.disk.byId.get(id);
    return row !== undefined && this.isMine(row) ? row : null;
  }

  private noting(): Noted {
    const { now: at, bootedAt } = momentOf(this.parts.clock);
    return { at, bootedAt };
  }

  private nextRevision = (): number => this.parts.disk.newest + 1;

  /** Whether another attempt keeps this call. */
  private isKept(callUuid: string, but: Attempt | undefined): boolean {
    return this.mine().some(({ attempts }) => attempts.some((each) => each !== but && each.callUuid === callUuid));
  }

  private add(delivery: Delivery, retry: boolean): void {
    const { disk, exchange } = this.parts;
    const spooled = { delivery, revision: this.nextRevision(), post: null, lease: null, retry };
    const row: Row = { exchange, spooled, orderId: null, callUuid: null, attempts: [], noted: this.noting() };
    disk.rows.push(row);
    disk.open.push(row);
    disk.byId.set(delivery.id, row);
    disk.newest = spooled.revision;
  }

  private put(row: Row, state: DeliveryState, lease: Lease | null, revision: number, retriesMore = 0): void {
    const { disk } = this.parts;
    const last = row.attempts.at(-1);
    const post =
      last === undefined
        ? null
        : {
            startedAt: last.startedAt,
            bootedAt: last.bootedAt,
            endedAt: last.endedAt,
            answered: last.outcome === 'accepted',
          };
    const wasFinal = isFinal(row.spooled.delivery.state);
    const { delivery, retry } = row.spooled;
    const retries = delivery.retries + retriesMore;
    row.spooled = { delivery: { ...delivery, retries, state }, revision, post, lease, retry };
    disk.newest = Math.max(disk.newest, revision);
    if (isFinal(state) !== wasFinal) disk.open = disk.rows.filter((each) => !isFinal(each.spooled.delivery.state));
  }

  private requeue(until: number, waitingFor: WaitingFor, isMeant: (delivery: Delivery) => boolean): void {
    const revision = this.nextRevision();
    for (const row of this.parts.disk.open) {
      const { delivery, lease } = row.spooled;
      if (!this.isMine(row) || delivery.state.kind !== 'queued' || !isMeant(delivery)) continue;
      this.put(row, { ...delivery.state, notBefore: until, waitingFor }, lease, revision);
      row.noted = this.noting();
    }
  }
}

const never = Number.POSITIVE_INFINITY;
const isIn = (only: Scope, { delivery }: Spooled): boolean => only === null || only.has(delivery.id);
const notBefore = ({ delivery: { state } }: Spooled): number => (state.kind === 'queued' ? state.notBefore : never);
const earliest = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.min(...times));

function callOf(state: DeliveryState): string | null {
  if (state.kind === 'queued') return state.lastCall?.callUuid ?? null;
  return 'callUuid' in state ? state.callUuid : null;
}

function keptOf(state: DeliveryState): Pick<Attempt, 'callUuid' | 'callAt' | 'success'> {
  const call = state.kind === 'queued' ? state.lastCall : 'callUuid' in state ? state : undefined;
  return { callUuid: call?.callUuid ?? null, callAt: call?.at ?? null, success: state.kind === 'delivered' };
}

function changeLast(row: Row, change: (attempt: Attempt) => Attempt): void {
  const last = row.attempts.at(-1);
  if (last !== undefined) row.attempts = [...row.attempts.slice(0, -1), change(last)];
}

/** The end of a lost POST stays when its order is found afterwards. */
const endAttempt = (attempt: Attempt, { at, outcome, orderId }: PostEnd): Attempt => ({
  ...attempt,
  endedAt: outcome === 'found' ? (attempt.endedAt ?? at) : at,
  outcome,
  orderId: orderId ?? attempt.orderId,
});

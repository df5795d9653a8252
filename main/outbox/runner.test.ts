import { describe, expect, it } from 'vitest';
import { usualOfficeHours } from '../../app/outbox/office-hours';
import type { DeliveryState } from '../../app/outbox/delivery';
import { isSent, isSettled } from '../../app/outbox/until';
import { DocumentLostError } from '../storage/document-spool';
import { FakeOffice } from './fakes/fake-office';

const second = 1_000;
const minute = 60 * second;

const isWaitingForNetwork = (state: DeliveryState): boolean =>
  state.kind === 'queued' && state.waitingFor === 'network';

describe('the runner', () => {
  it('sends a fax, follows it and tells of every step', async () => {
    const office = new FakeOffice();
    const { changes, progress } = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(minute);
    expect(office.stateOf(id)).toMatchObject({
      kind: 'delivered',
      orderId: '20212',
      callUuid: 'call 20212',
      pagesSent: 2,
    });
    const told = changes.map(({ state }) => state.kind).filter((kind, index, all) => kind !== all[index - 1]);
    expect(told).toEqual(['queued', 'sending', 'accepted', 'delivered']);
    expect(progress).toEqual([1]);
  });

  it('knows within seconds that a short call was delivered', async () => {
    const office = new FakeOffice({ callMs: 2 * second });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(7 * second);
    expect(office.stateOf(id).kind).toBe('delivered');
  });

  it('shows the service’s word while the order waits', async () => {
    const office = new FakeOffice({ callMs: minute });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(5 * second);
    expect(office.stateOf(id)).toMatchObject({ kind: 'accepted', serviceStatus: 'Bekliyor' });
  });

  it('says why a fax failed', async () => {
    const office = new FakeOffice({ isBusy: true });
    office.startProcess({ policy: () => ({ retryMinutes: [], officeHours: usualOfficeHours }) });
    const [id = ''] = await office.queue();
    await office.clock.advance(minute);
    expect(office.stateOf(id)).toMatchObject({ kind: 'failed', reason: 'Meşgul', pagesSent: 0, pagesTotal: 2 });
  });

  it('uploads two at a time', async () => {
    const office = new FakeOffice({ uploadMs: 5 * second });
    office.startProcess();
    const ids = await office.queue(['902121111111', '902122222222', '902123333333', '902124444444', '902125555555']);
    await office.clock.advance(2 * minute);
    expect(office.exchange.mostUploading).toBe(2);
    expect(ids.map((id) => office.stateOf(id).kind)).toEqual(ids.map(() => 'delivered'));
  });

  it('asks the service nothing while nothing is open', async () => {
    const office = new FakeOffice();
    office.startProcess();
    await office.queue();
    await office.clock.advance(2 * minute);
    const asked = office.exchange.lists;
    await office.clock.advance(60 * minute);
    expect(office.exchange.lists).toBe(asked);
  });

  it('follows gently: under 50 lists in a call of ten minutes', async () => {
    const office = new FakeOffice({ callMs: 10 * minute });
    office.startProcess();
    await office.queue();
    await office.clock.advance(10 * minute);
    expect(office.exchange.lists).toBeLessThan(50);
  });

  it('never posts a refused fax again (D3)', async () => {
    const office = new FakeOffice({ fates: ['refuse'] });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(10 * minute);
    expect(office.stateOf(id)).toMatchObject({ kind: 'refused', status: 400, message: 'invalid base64' });
    expect(office.exchange.posts).toBe(1);
  });

  it('refuses a fax whose document is lost, and goes on', async () => {
    const office = new FakeOffice();
    const store = office.openStore();
    const readDocument = (sha256: string) =>
      sha256 === 'sha of 1' ? Promise.reject(new DocumentLostError()) : store.readDocument(sha256);
    office.startProcess({ store: { ...store, readDocument } });
    const [lost = ''] = await office.queue(['902121111111'], 1);
    const [whole = ''] = await office.queue(['902122222222'], 2);
    await office.clock.advance(minute);
    expect([office.stateOf(lost).kind, office.stateOf(whole).kind]).toEqual(['refused', 'delivered']);
  });

  it('works only on what it is asked to', async () => {
    const office = new FakeOffice();
    const [other = ''] = await office.queue(['902121111111']);
    const [own = ''] = await office.queue(['902122222222']);
    office.startProcess({ only: new Set([own]) });
    await office.clock.advance(minute);
    expect([office.stateOf(other).kind, office.stateOf(own).kind]).toEqual(['queued', 'delivered']);
  });
});

describe('an unknown outcome', () => {
  it('is adopted, not repeated, where the order was made (D3, D4)', async () => {
    const office = new FakeOffice({ fates: ['lostAfter'] });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    expect(office.stateOf(id).kind).toBe('unconfirmed');
    await office.clock.advance(3 * second);
    expect(office.stateOf(id)).toMatchObject({ kind: 'accepted', orderId: '20212' });
    await office.clock.advance(minute);
    expect(office.stateOf(id).kind).toBe('delivered');
    expect(office.exchange.posts).toBe(1);
  });

  it('is sent again only after it was in neither list for as long as a call and its record may take (D4)', async () => {
    const office = new FakeOffice({ fates: ['lostBefore'] });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(239 * second);
    expect([office.stateOf(id).kind, office.exchange.posts]).toEqual(['unconfirmed', 1]);
    await office.clock.advance(5 * second);
    expect(office.exchange.posts).toBe(2);
    await office.clock.advance(minute);
    expect(office.stateOf(id).kind).toBe('delivered');
  });

  it('is sent again sooner where the service is known to be quick (D4)', async () => {
    const office = new FakeOffice({ fates: ['accept', 'lostBefore'], callMs: 2 * second });
    office.startProcess();
    await office.queue(['902121111111']);
    await office.clock.advance(minute);
    await office.queue(['902122222222']);
    await office.clock.advance(59 * second);
    expect(office.exchange.posts).toBe(2);
    await office.clock.advance(10 * second);
    expect(office.exchange.posts).toBe(3);
  });

  it('is not sent again while a fax the service answered for is in neither list (D4)', async () => {
    const office = new FakeOffice({ fates: ['accept', 'lostAfter'], callMs: 2 * second, recordLagMs: 8 * minute });
    office.startProcess();
    const first = await office.queue(['902121111111']);
    await office.clock.advance(5 * second);
    const ids = [...first, ...(await office.queue(['902122222222']))];
    await office.clock.advance(600);
    office.exchange.isReachable = false;
    await office.clock.advance(10 * second);
    office.exchange.isReachable = true;
    await office.clock.advance(10 * minute);
    expect(office.exchange.posts).toBe(2);
    expect(ids.map((id) => office.stateOf(id).kind)).toEqual(['delivered', 'delivered']);
  });

  it('waits for an exchange that makes the order late (D4)', async () => {
    const office = new FakeOffice({ fates: ['lostLate'] });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(2 * minute);
    expect([office.stateOf(id).kind, office.exchange.ordersOf(id)]).toEqual(['delivered', 1]);
  });

  it('is not concluded while the service can not be asked (D4)', async () => {
    const office = new FakeOffice({ fates: ['lostAfter'] });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    office.exchange.isReachable = false;
    await office.clock.advance(30 * minute);
    expect(office.stateOf(id).kind).toBe('unconfirmed');
    office.exchange.isReachable = true;
    await office.clock.advance(3 * minute);
    expect([office.stateOf(id).kind, office.exchange.ordersOf(id)]).toEqual(['delivered', 1]);
  });

  it('is asked of the user where another order to the number may be it (D4)', async () => {
    const office = new FakeOffice({ fates: ['lostAfter'] });
    const { runner } = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(400);
    office.exchange.makeOrder('902123205072');
    await office.clock.advance(5 * minute);
    expect(office.stateOf(id)).toMatchObject({ kind: 'needsDecision' });
    expect(runner.decide(id, 'giveUp')?.state.kind).toBe('cancelled');
    expect(runner.decide(id, 'sendAgain')).toBeNull();
  });

  it('is over with the call the user knows it by, which is then no other delivery’s (D4, D5)', async () => {
    const office = new FakeOffice({ fates: ['lostAfter', 'lostAfter'] });
    const { runner } = office.startProcess();
    const ids = [...(await office.queue()), ...(await office.queue(['902123205073']))];
    await office.clock.advance(400);
    for (const number of ['902123205072', '902123205073']) office.exchange.makeOrder(number);
    await office.clock.advance(5 * minute);
    const [first = '', second = ''] = ids;
    const call = { callUuid: 'known', success: true, pagesSent: 2, pagesTotal: 2, reason: 'Başarılı' };
    expect(runner.recognise(first, call)?.state).toMatchObject({ kind: 'delivered', callUuid: 'known' });
    expect(runner.recognise(second, call)).toBeNull();
    expect(office.stateOf(second).kind).toBe('needsDecision');
  });

  it('is read by a clock that is hours off, once an order of our own was seen', async () => {
    const office = new FakeOffice({ aheadMs: -3 * 60 * minute, fates: ['accept', 'lostAfter'] });
    office.startProcess();
    await office.queue(['902121111111']);
    await office.clock.advance(minute);
    const [id = ''] = await office.queue();
    await office.clock.advance(minute);
    expect([office.stateOf(id).kind, office.exchange.ordersOf(id)]).toEqual(['delivered', 1]);
  });
});

describe('a crash while sending', () => {
  it('leaves the fax unconfirmed, and it is found (D3)', async () => {
    const office = new FakeOffice({ fates: ['slow'] });
    const first = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(2 * second);
    first.kill();
    const kinds: string[] = [];
    office.startProcess({ onChange: (all) => void kinds.push(...all.map(({ state }) => state.kind)) });
    await office.clock.advance(2 * minute);
    expect(kinds[0]).toBe('unconfirmed');
    expect([office.stateOf(id).kind, office.exchange.ordersOf(id)]).toEqual(['delivered', 1]);
  });

  it('is noticed at once where the process is known to be dead', async () => {
    const office = new FakeOffice({ uploadMs: 20 * second });
    const first = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    first.kill();
    office.startProcess({ owner: { id: 'next', mayBeAlive: () => false } });
    expect(office.stateOf(id).kind).toBe('unconfirmed');
  });
});

describe('two processes', () => {
  it('never send the same delivery (D6)', async () => {
    const office = new FakeOffice();
    office.startProcess();
    office.startProcess();
    const ids = await office.queue(['902121111111', '902122222222', '902123333333']);
    await office.clock.advance(2 * minute);
    expect(ids.map((id) => [office.stateOf(id).kind, office.exchange.ordersOf(id)])).toEqual(
      ids.map(() => ['delivered', 1]),
    );
  });

  it('see what the other did', async () => {
    const office = new FakeOffice();
    const { changes } = office.startProcess({ only: new Set() });
    office.startProcess();
    await office.queue();
    await office.clock.advance(minute);
    expect(changes.at(-1)?.state.kind).toBe('delivered');
  });

  it('leave an upload alone that takes longer than a lease (D6)', async () => {
    const office = new FakeOffice({ uploadMs: 5 * minute });
    office.startProcess();
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(4 * minute);
    expect(office.stateOf(id).kind).toBe('sending');
    await office.clock.advance(3 * minute);
    expect([office.stateOf(id).kind, office.exchange.posts]).toEqual(['delivered', 1]);
  });

  it('end an upload that the other took for lost and sends again (D3)', async () => {
    const office = new FakeOffice({ uploadMs: 5 * minute });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    office.startProcess({ owner: { id: 'believes the first dead', mayBeAlive: () => false } });
    await office.clock.advance(second);
    expect(office.stateOf(id).kind).toBe('unconfirmed');
    await office.clock.advance(20 * minute);
    expect([office.stateOf(id).kind, office.exchange.ordersOf(id)]).toEqual(['delivered', 1]);
  });

  it('cancel what the other is sending', async () => {
    const office = new FakeOffice({ uploadMs: 5 * minute });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    const other = office.startProcess({ only: new Set() });
    expect(other.runner.cancel(id)?.state).toMatchObject({ kind: 'sending', cancelRequested: true });
    await office.clock.advance(6 * minute);
    expect([office.stateOf(id).kind, office.exchange.ordersOf(id)]).toEqual(['cancelled', 0]);
  });
});

describe('no network', () => {
  it('is told at once, and the queue goes on when it is back (D7)', async () => {
    const office = new FakeOffice();
    office.exchange.isReachable = false;
    const { runner } = office.startProcess();
    const ids = await office.queue(['902121111111', '902122222222', '902123333333']);
    const waiting = runner.until(ids, (state) => isSent(state) || isWaitingForNetwork(state));
    await office.clock.advance(2 * second);
    expect((await waiting).map(({ state }) => isWaitingForNetwork(state))).toEqual([true, true, true]);
    await office.clock.advance(60 * minute);
    expect(office.exchange.posts).toBeLessThan(200);
    office.exchange.isReachable = true;
    await office.clock.advance(3 * minute);
    expect(ids.map((id) => office.stateOf(id).kind)).toEqual(['delivered', 'delivered', 'delivered']);
  });

  it('is met by one fax for all that are queued (D7)', async () => {
    const office = new FakeOffice();
    office.exchange.isReachable = false;
    office.startProcess();
    await office.queue(['902121111111', '902122222222', '902123333333', '902124444444', '902125555555']);
    await office.clock.advance(second);
    expect(office.exchange.posts).toBeLessThanOrEqual(2);
  });

  it('is over for all as soon as one got through (D7)', async () => {
    const office = new FakeOffice({ uploadMs: 10 });
    office.exchange.isReachable = false;
    const { runner } = office.startProcess();
    const ids = await office.queue(['902121111111', '902122222222', '902123333333', '902124444444']);
    await office.clock.advance(10 * minute);
    office.exchange.isReachable = true;
    const through = runner.until(ids.slice(0, 1), isSent);
    while (!isSent(office.stateOf(ids[0] ?? ''))) await office.clock.advance(second);
    await through;
    await office.clock.advance(second);
    expect(ids.every((id) => isSent(office.stateOf(id)))).toBe(true);
  });

  it('is not hammered at by those who follow a fax (D7)', async () => {
    const office = new FakeOffice({ callMs: 60 * minute });
    office.startProcess();
    await office.queue();
    await office.clock.advance(3 * second);
    office.exchange.isReachable = false;
    const asked = office.exchange.lists;
    await office.clock.advance(10 * minute);
    expect(office.exchange.lists - asked).toBeLessThan(20);
  });

  it('is over when the system says so (D7)', async () => {
    const office = new FakeOffice();
    office.exchange.isReachable = false;
    const { runner } = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(10 * minute);
    office.exchange.isReachable = true;
    runner.wake();
    await office.clock.advance(second);
    expect(office.stateOf(id).kind).toBe('accepted');
  });

  it('lets a wait see that the service can not be asked', async () => {
    const office = new FakeOffice();
    const { runner } = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    office.exchange.isReachable = false;
    const given = runner.until([id], (state, { failedPolls }) => isSettled(state) || failedPolls >= 3);
    await office.clock.advance(2 * minute);
    expect((await given)[0]?.state.kind).toBe('accepted');
  });

  it('waits as long as a 429 asks, with all that is queued (D7)', async () => {
    const office = new FakeOffice({ fates: ['rateLimit'], uploadMs: 10 });
    office.exchange.retryAfterSeconds = 90;
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    expect(office.stateOf(id)).toMatchObject({ kind: 'queued', waitingFor: 'rateLimit' });
    await office.clock.advance(88 * second);
    expect(office.exchange.posts).toBe(1);
    await office.clock.advance(minute);
    expect(office.stateOf(id).kind).toBe('delivered');
  });
});

describe('a paused outbox', () => {
  it('sends nothing more, follows what was accepted, and goes on when resumed', async () => {
    const office = new FakeOffice({ uploadMs: 10 });
    const { runner, changes } = office.startProcess();
    const [first = ''] = await office.queue(['902121111111']);
    await office.clock.advance(second);
    office.openStore().pause(office.clock.now());
    runner.look();
    const [held = ''] = await office.queue(['902122222222']);
    await office.clock.advance(10 * minute);
    expect([office.stateOf(first).kind, office.stateOf(held).kind]).toEqual(['delivered', 'queued']);
    changes.length = 0;
    office.openStore().pause(null);
    await office.clock.advance(2 * minute);
    expect(office.stateOf(held).kind).toBe('delivered');
  });
});

describe('office hours', () => {
  /** The office opens ten minutes after the fake clock's noon. */
  const opensAt = Date.UTC(2026, 10, 23, 9, 10);
  const hours = { days: [1], from: '12:10', to: '19:00' };

  it('are waited for by the faxes that want them, and by those alone', async () => {
    const office = new FakeOffice();
    office.startProcess({ policy: () => ({ retryMinutes: [], officeHours: hours }) });
    const [inHours = ''] = await office.queue(['902121111111'], 1, { officeHoursOnly: true });
    const [anytime = ''] = await office.queue(['902122222222']);
    await office.clock.advance(minute);
    expect(office.stateOf(inHours)).toEqual({ kind: 'queued', notBefore: opensAt, waitingFor: 'officeHours' });
    expect(office.stateOf(anytime).kind).toBe('delivered');
    await office.clock.advance(opensAt - office.clock.now() + minute);
    expect(office.stateOf(inHours).kind).toBe('delivered');
  });

  it('hold for another try as well', async () => {
    const office = new FakeOffice({ busyCalls: 1, callMs: 5 * second });
    office.startProcess({
      policy: () => ({ retryMinutes: [3], officeHours: { ...hours, from: '12:00', to: '12:02' } }),
    });
    const [id = ''] = await office.queue(['902121111111'], 1, { officeHoursOnly: true });
    await office.clock.advance(5 * minute);
    expect(office.stateOf(id)).toMatchObject({ waitingFor: 'officeHours', lastCall: { cause: 'busy' } });
  });
});

describe('a moment to send at', () => {
  it('is waited for, and kept over a restart', async () => {
    const office = new FakeOffice();
    const [id = ''] = await office.queue(['902121111111'], 1, { sendAt: office.clock.now() + 10 * minute });
    office.startProcess().kill();
    office.startProcess();
    await office.clock.advance(9 * minute);
    expect([office.stateOf(id).kind, office.exchange.posts]).toEqual(['queued', 0]);
    await office.clock.advance(2 * minute);
    expect(office.stateOf(id).kind).toBe('delivered');
  });
});

describe('a line that is busy', () => {
  it('is tried again by the policy, as one delivery with several attempts', async () => {
    const office = new FakeOffice({ busyCalls: 2 });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(minute);
    expect(office.stateOf(id)).toMatchObject({ kind: 'queued', waitingFor: 'retry', lastCall: { cause: 'busy' } });
    await office.clock.advance(4 * minute);
    expect(office.exchange.ordersOf(id)).toBe(2);
    await office.clock.advance(11 * minute);
    expect([office.stateOf(id).kind, office.exchange.ordersOf(id)]).toEqual(['delivered', 3]);
    const { attempts = [] } = office.openStore().history(id) ?? {};
    expect(attempts.map(({ orderId, callUuid, call }) => [orderId, callUuid, call?.success, call?.reason])).toEqual([
      ['20212', 'call 20212', false, 'Meşgul'],
      ['20213', 'call 20213', false, 'Meşgul'],
      ['20214', 'call 20214', true, ''],
    ]);
    expect(office.openStore().list()).toMatchObject([{ id, retries: 2 }]);
  });

  it('fails with the last call once the policy is used up', async () => {
    const office = new FakeOffice({ isBusy: true });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(30 * minute);
    expect(office.stateOf(id)).toMatchObject({ kind: 'failed', reason: 'Meşgul', callUuid: 'call 20214' });
    await office.clock.advance(60 * minute);
    expect(office.exchange.ordersOf(id)).toBe(3);
  });

  it('writes down what happened, in order', async () => {
    const office = new FakeOffice({ busyCalls: 1, callMs: 5 * second });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(10 * minute);
    const { entries = [] } = office.openStore().history(id) ?? {};
    expect(entries.map(({ attempt, event: { kind } }) => `${attempt ?? '-'} ${kind}`)).toEqual([
      '- queued',
      '1 uploading',
      '1 accepted',
      '1 serviceStatus',
      '1 dialling',
      '1 willRetry',
      '2 uploading',
      '2 accepted',
      '2 serviceStatus',
      '2 dialling',
      '2 delivered',
    ]);
    const times = entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('cancelling', () => {
  it('takes a queued fax back', async () => {
    const office = new FakeOffice();
    const [id = ''] = await office.queue();
    const { runner } = office.startProcess({ only: new Set() });
    expect(runner.cancel(id)?.state.kind).toBe('cancelled');
    expect(runner.cancel(id)).toBeNull();
  });

  it('breaks an upload off, and never sends it again', async () => {
    const office = new FakeOffice({ uploadMs: 10 * second });
    const { runner } = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    runner.cancel(id);
    await office.clock.advance(5 * minute);
    expect([office.stateOf(id).kind, office.exchange.posts]).toEqual(['cancelled', 1]);
  });

  it('comes too late for an accepted fax', async () => {
    const office = new FakeOffice();
    const { runner } = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(2 * second);
    expect(runner.cancel(id)).toBeNull();
  });
});

describe('stopping', () => {
  it('writes down how the upload under way ended, and releases who waits', async () => {
    const office = new FakeOffice({ uploadMs: 10 * second });
    const { runner } = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    const waiting = runner.until([id], isSettled);
    await runner.stop('abort');
    expect((await waiting)[0]?.state.kind).toBe('unconfirmed');
    const asked = office.exchange.lists;
    await office.clock.advance(10 * minute);
    expect(office.exchange.lists).toBe(asked);
  });
});

describe('quitting', () => {
  it('lets the upload under way end, and begins no other', async () => {
    const office = new FakeOffice({ uploadMs: 10 * second });
    const { runner } = office.startProcess();
    const ids = await office.queue(['902121111111', '902122222222', '902123333333']);
    await office.clock.advance(second);
    const stopped = runner.stop('finish');
    await office.clock.advance(minute);
    await stopped;
    expect(ids.map((id) => office.stateOf(id).kind)).toEqual(['accepted', 'accepted', 'queued']);
  });
});

describe('a process that has stopped', () => {
  it('knows what another is sending at that moment', async () => {
    const office = new FakeOffice({ uploadMs: 5 * minute });
    const { runner, changes } = office.startProcess({ only: new Set() });
    await office.clock.advance(minute);
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(second / 2);
    await runner.stop('finish');
    expect(changes.findLast((delivery) => delivery.id === id)?.state.kind).toBe('sending');
  });
});

describe('a disk that is full', () => {
  /** A process whose disk can be filled and emptied. */
  function onSmallDisk(office: FakeOffice) {
    const store = office.openStore();
    const disk = { isFull: false };
    const unlessFull = <T>(write: () => T): T => {
      if (disk.isFull) throw new Error('database or disk is full');
      return write();
    };
    const writes: Pick<typeof store, 'change' | 'claim' | 'renew'> = {
      change: (...args) => unlessFull(() => store.change(...args)),
      claim: (...args) => unlessFull(() => store.claim(...args)),
      renew: (...args) => unlessFull(() => store.renew(...args)),
    };
    const troubles: boolean[] = [];
    const running = office.startProcess({
      store: { ...store, ...writes },
      onChange: () => void troubles.push(running.runner.trouble() !== null),
    });
    return { disk, troubles, ...running };
  }

  it('does not lose what was accepted: it is written down as soon as it can be (D3)', async () => {
    const office = new FakeOffice({ uploadMs: 5 * second, callMs: 5 * minute });
    const { disk, errors } = onSmallDisk(office);
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    disk.isFull = true;
    await office.clock.advance(2 * minute);
    expect(errors.length).toBeGreaterThan(0);
    expect(office.stateOf(id).kind).toBe('sending');
    disk.isFull = false;
    await office.clock.advance(5 * second);
    expect(office.stateOf(id)).toMatchObject({ kind: 'accepted', orderId: '20212' });
    const { entries = [] } = office.openStore().history(id) ?? {};
    expect(entries.map(({ event: { kind } }) => kind)).not.toContain('unconfirmed');
    await office.clock.advance(10 * minute);
    expect([office.stateOf(id).kind, office.exchange.ordersOf(id)]).toEqual(['delivered', 1]);
  });

  it('is told for as long as it is full', async () => {
    const office = new FakeOffice();
    const { disk, troubles, runner } = onSmallDisk(office);
    disk.isFull = true;
    const [id = ''] = await office.queue();
    await office.clock.advance(minute);
    expect(runner.trouble()).toMatchObject({ error: new Error('database or disk is full') });
    expect(troubles.at(-1)).toBe(true);
    disk.isFull = false;
    await office.clock.advance(minute);
    expect([office.stateOf(id).kind, runner.trouble(), troubles.at(-1)]).toEqual(['delivered', null, false]);
  });

  it('keeps nobody waiting for what is accepted and can not be written down', async () => {
    const office = new FakeOffice();
    const { disk, runner } = onSmallDisk(office);
    const [id = ''] = await office.queue();
    await office.clock.advance(second);
    expect(office.stateOf(id).kind).toBe('accepted');
    disk.isFull = true;
    const ended = runner.until([id], (_state, { troubledMs, failedPolls }) => troubledMs > 15_000 && failedPolls > 1);
    await office.clock.advance(2 * minute);
    expect(await ended).toMatchObject([{ state: { kind: 'accepted' } }]);
  });

  it('keeps nobody from ending', async () => {
    const office = new FakeOffice({ uploadMs: 5 * second });
    const { disk, runner } = onSmallDisk(office);
    await office.queue();
    await office.clock.advance(second);
    disk.isFull = true;
    await office.clock.advance(10 * second);
    await runner.stop('finish');
    expect(office.exchange.posts).toBe(1);
  });
});

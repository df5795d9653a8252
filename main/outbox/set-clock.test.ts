import { describe, expect, it } from 'vitest';
import { FakeOffice } from './fakes/fake-office';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const setBy = [
  ['back a day', -day],
  ['forward a day', day],
] as const;

describe.each(setBy)('a clock that is set %s', (_how, setMs) => {
  it('neither lengthens nor shortens the wait for another try', async () => {
    const office = new FakeOffice({ busyCalls: 1 });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(minute);
    expect(office.stateOf(id)).toMatchObject({ kind: 'queued', waitingFor: 'retry' });
    office.clock.skewMs = setMs;
    await office.clock.advance(minute);
    expect(office.stateOf(id).kind).toBe('queued');
    await office.clock.advance(3 * minute);
    expect(office.stateOf(id).kind).toBe('delivered');
  });

  it('neither lengthens nor shortens what the service asked to wait', async () => {
    const office = new FakeOffice({ fates: ['rateLimit'], uploadMs: 10 });
    office.exchange.retryAfterSeconds = 60;
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(20 * second);
    office.clock.skewMs = setMs;
    await office.clock.advance(35 * second);
    expect(office.exchange.posts).toBe(1);
    await office.clock.advance(30 * second);
    expect(office.stateOf(id).kind).toBe('accepted');
  });

  it('leaves no accepted fax without its record', async () => {
    const office = new FakeOffice({ callMs: 30 * second });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(10 * second);
    expect(office.stateOf(id).kind).toBe('accepted');
    office.clock.skewMs = setMs;
    await office.clock.advance(minute);
    expect(office.stateOf(id).kind).toBe('delivered');
  });

  it('leaves no fax in doubt, and sends none of them early (D4)', async () => {
    const office = new FakeOffice({ fates: ['lostBefore'] });
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(20 * second);
    expect(office.stateOf(id).kind).toBe('unconfirmed');
    office.clock.skewMs = setMs;
    await office.clock.advance(25 * second);
    expect(office.exchange.posts).toBe(1);
    await office.clock.advance(10 * minute);
    expect(office.stateOf(id).kind).toBe('delivered');
    expect(office.exchange.posts).toBe(2);
  });

  it('takes nobody’s fax from them while they are sending it (D6)', async () => {
    const office = new FakeOffice({ uploadMs: 2 * minute });
    office.startProcess();
    office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(15 * second);
    office.clock.skewMs = setMs;
    await office.clock.advance(minute);
    expect(office.stateOf(id).kind).toBe('sending');
    await office.clock.advance(5 * minute);
    expect(office.stateOf(id).kind).toBe('delivered');
    expect(office.exchange.posts).toBe(1);
  });
});

describe('a clock that is set', () => {
  it('takes a set time with it: 14:00 is when it shows 14:00', async () => {
    const office = new FakeOffice();
    office.startProcess();
    const twoHoursLater = office.clock.now() + 2 * hour;
    const [early = ''] = await office.queue(['902121111111'], 1, { sendAt: twoHoursLater });
    await office.clock.advance(minute);
    office.clock.skewMs = -hour;
    await office.clock.advance(2 * hour);
    expect(office.stateOf(early)).toMatchObject({ kind: 'queued', waitingFor: 'time', notBefore: twoHoursLater });
    office.clock.skewMs = 0;
    await office.clock.advance(2 * minute);
    expect(office.stateOf(early).kind).toBe('delivered');
  });

  it.each([-hour, hour])('is noticed by a program that is started afterwards: by %i ms', async (setMs) => {
    const office = new FakeOffice({ busyCalls: 1 });
    const first = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(minute);
    first.kill();
    office.clock.skewMs = setMs;
    office.startProcess();
    await office.clock.advance(minute);
    expect(office.stateOf(id).kind).toBe('queued');
    await office.clock.advance(3 * minute);
    expect(office.stateOf(id).kind).toBe('delivered');
  });

  it('back before the machine was started anew makes a fax wait no longer than it had to', async () => {
    const office = new FakeOffice({ busyCalls: 1 });
    const first = office.startProcess();
    const [id = ''] = await office.queue();
    await office.clock.advance(minute);
    first.kill();
    office.clock.startOfMachine = office.clock.time;
    office.clock.skewMs = -day;
    office.startProcess();
    await office.clock.advance(5 * minute);
    expect(office.stateOf(id).kind).toBe('delivered');
  });
});

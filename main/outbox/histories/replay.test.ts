import { it } from 'vitest';
import { Office } from './office';
import { judge } from './oracle';
import { quick } from './quick';
import { Story } from './story';
import type { Incident } from './history';
import type { Nature } from './exchange-model';

const given = process.env['HISTORY'];
it.skipIf(!given)('replays', async () => {
  const { nature, incidents, jitter } = (
    JSON.parse(given ?? '[]') as { nature: Nature; incidents: Incident[]; jitter: number }[]
  )[0]!;
  const office = new Office(quick(), nature, jitter);
  const t0 = office.clock.time;
  const log = (...all: unknown[]) =>
    process.stdout.write(
      `${((office.clock.time - t0) / 1000).toFixed(2).padStart(8)} ${all.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' ')}\n`,
    );
  const { store } = office;
  const change = store.change.bind(store);
  store.change = (from, to, end) => {
    const r = change(from, to, end);
    log(
      'change',
      from.delivery.id,
      from.delivery.recipient.slice(-2),
      from.delivery.documentSha256,
      from.delivery.state.kind,
      '→',
      to,
      end ?? '',
      r,
    );
    return r;
  };
  const claim = store.claim.bind(store);
  store.claim = (id, l, at) => {
    const r = claim(id, l, at);
    if (r) log('claim', id, l.owner);
    return r;
  };
  const make = office.exchange.makeOrder.bind(office.exchange);
  office.exchange.makeOrder = (fax) => {
    const o = make(fax);
    log('ORDER', o);
    return o;
  };
  const story = new Story(office);
  const meet = (story as any).meet.bind(story);
  (story as any).meet = async (i: Incident) => {
    log('--', i);
    await meet(i);
  };
  await story.live(incidents);
  log(judge(story));
  for (const d of store.list()) log(d.id, d.recipient, d.documentSha256, d.state);
  log('errors', office.errors.slice(0, 5).map(String));
});

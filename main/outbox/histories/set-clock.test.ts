import { expect, it } from 'vitest';
import type { Nature } from './exchange-model';
import type { Incident } from './history';
import { Office } from './office';
import { judge, sharedPieces } from './oracle';
import { quick } from './quick';
import { Story } from './story';

const nature: Nature = {
  posts: ['accept', 'html', 'unreachable', 'htmlServed'],
  lists: [],
  aheadMs: 0,
  uploadMs: 3_000,
  callMs: 300,
  orderLagMs: 0,
  recordLagMs: 0,
  busyEvery: 0,
  tellsSender: false,
  showsOrders: 'untilEnd',
  pageSize: null,
  stampForm: 'documented',
  numberForm: 'international',
  idForm: 'counted',
};
const [one, two] = ['902121111111', '902122222222'];
const queue = (document: number, ...recipients: string[]): Incident => ({
  kind: 'queue',
  recipients,
  document,
  sender: null,
});
const incidents: readonly Incident[] = [
  queue(2, one, two),
  { kind: 'wait', ms: 3_020 },
  { kind: 'condemn', process: 0, steps: 9, beforehand: false },
  queue(1, one),
  { kind: 'setClock', byMs: 3_600_000 },
  queue(1, one),
  { kind: 'condemn', process: 0, steps: 0, beforehand: false },
  queue(1, two),
];

it('survives a clock that is set while faxes to one number are in doubt (D3, D5)', async () => {
  const story = new Story(new Office(quick(), nature, 0));
  await story.live(incidents);
  expect(judge(story).filter(({ unsettled, doubled, lost }) => unsettled + doubled + lost > 0)).toEqual([]);
  expect(sharedPieces(story.office.store.list())).toEqual([]);
});

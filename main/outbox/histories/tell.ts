import fc from 'fast-check';
import { history } from './history';
import { Office } from './office';
import type { Make } from './office';
import { judge, needlessDecisions, sharedPieces } from './oracle';
import { Story } from './story';

interface Told {
  readonly histories: number;
  readonly deliveries: number;
  readonly orders: number;
  readonly posts: number;
  readonly decisions: number;
  readonly needless: number;
}

/** Lives through `runs` histories; rejects with the seed, the path and the smallest history that goes wrong. */
export async function tellHistories(make: () => Make, runs: number, seed: number): Promise<Told> {
  const told = { histories: 0, deliveries: 0, orders: 0, posts: 0, decisions: 0, needless: 0 };
  await fc.assert(
    fc.asyncProperty(history, async ({ nature, incidents, jitter }) => {
      if (told.histories % 200 === 0) await othersTurn();
      const story = new Story(new Office(make(), nature, jitter));
      await story.live(incidents);
      const { exchange, store } = story.office;
      const wrong = judge(story).filter(({ unsettled, doubled, lost }) => unsettled + doubled + lost > 0);
      const shared = sharedPieces(store.list());
      if (wrong.length + shared.length > 0) throw new Error(JSON.stringify({ wrong, shared }));
      told.histories += 1;
      told.deliveries += story.ids.length;
      told.orders += exchange.orders.length;
      told.posts += exchange.posts;
      told.decisions += story.decisions.size;
      told.needless += needlessDecisions(story).length;
    }),
    { numRuns: runs, seed },
  );
  return told;
}

/** Lets the test runner hear of its worker. */
const othersTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

export const sentenceOf = ({ histories, deliveries, orders, posts, decisions, needless }: Told): string =>
  `${histories} histories, ${deliveries} deliveries, ${posts} POSTs, ${orders} orders: 0 lost, 0 doubled; ` +
  `${percent(decisions, deliveries)} needed the user's decision, ${percent(needless, deliveries)} needlessly\n`;

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

/**
 * The gate lives through the same histories each time. By hand: `HISTORIES=500000 SEED=77 npx vitest run …`; a failure
 * names its seed and the smallest history that goes wrong.
 */
export const asked = (runs: number, seed: number): readonly [runs: number, seed: number] => [
  Number(process.env['HISTORIES'] ?? runs),
  Number(process.env['SEED'] ?? seed),
];

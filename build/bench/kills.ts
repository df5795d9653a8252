import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { demoKey, startExchange, type Exchange } from '../../main/exchange';
import type { Fault } from '../../main/exchange/fault';
import { mustRun } from './command';
import type { Figure, Place } from './place';
import { randomNumbers } from './random';

const KILLS = Number(process.env['FAKSLA_KILLS'] ?? 50);
const SEED = Number(process.env['FAKSLA_SEED'] ?? 4);
/** A fax whose POST a kill cut is looked for as long as others took, whose window was killed meanwhile. */
const settleLimitMs = 900_000;

interface Surroundings {
  readonly place: Place;
  readonly env: Readonly<Record<string, string>>;
  readonly exchange: Exchange;
  readonly random: () => number;
  /** How long the command takes to send a fax when nobody kills it. */
  readonly sendMs: number;
}

/**
 * The app killed with SIGKILL while it sends, over and over in one data folder: by turns the command line that sends a
 * fax to a number of its own, and the window that goes on with what is left. In the end a window is left to finish; the
 * exchange's own books, in a process that is not killed, tell how often each fax was taken.
 */
export async function benchKills(place: Place, work: string): Promise<Figure[]> {
  const key = demoKey();
  const exchange = await startExchange({ key, pace: { waitMs: 300, dialMs: 400, pageMs: 100, recordDelayMs: 200 } });
  const env = {
    ...inherited(),
    ...{ FAKSLA_API_URL: exchange.url, FAKSLA_API_KEY: key, FAKSLA_HOME: join(work, 'home'), LANGUAGE: 'en' },
  };
  try {
    const surroundings = { place, env, exchange, random: randomNumbers(SEED), sendMs: await timeOfSending(place, env) };
    for (let kill = 0; kill < KILLS; kill++) {
      await (kill % 2 === 0 ? killCommand(surroundings, kill) : killWindow(surroundings));
    }
    const deliveries = await finish(surroundings);
    return judge(deliveries, exchange);
  } finally {
    await exchange.close();
  }
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value = '']) =>
      /^(?:FAKSLA_|ELECTRON_)/.test(name) ? [] : [[name, value] as const],
    ),
  );

const numberOf = (kill: number): string => `90212${String(3_000_017 + kill * 100)}`;

const sending = (place: Place, kill: number): string[] => [
  'send',
  join(place.root, 'build/demo/mektup.png'),
  '--to',
  `+${numberOf(kill)}`,
];

async function timeOfSending(place: Place, env: Readonly<Record<string, string>>): Promise<number> {
  const args = [...place.asRoot, ...place.headless, place.app, ...sending(place, KILLS)];
  return (await mustRun(place.electron, args, { env })).ms;
}

/** What the exchange does to the POST under way, so that kills meet it before, during and after. */
const faults: readonly (Fault | null)[] = [
  null,
  null,
  { kind: 'slow', ms: 1500, on: 'POST /fax_orders' },
  { kind: 'loseAnswer' },
  { kind: 'dropAfterBody' },
  { kind: 'status', status: 503, served: true, on: 'POST /fax_orders' },
];

/** Some kills come at any moment, most around the moment of the POST. */
async function killCommand({ place, env, exchange, random, sendMs }: Surroundings, kill: number): Promise<void> {
  const fault = faults[Math.floor(random() * faults.length)] ?? null;
  exchange.misbehave(null);
  if (fault !== null) exchange.misbehave(fault);
  const before = exchange.posts().length;
  const child = start(place, [...place.headless], [...sending(place, kill), '--wait'], env);
  if (random() < 0.4) await wait(sendMs * (0.4 + 0.9 * random()));
  else {
    const deadline = Date.now() + 60_000;
    while (exchange.posts().length === before && Date.now() < deadline && child.exitCode === null) await wait(2);
    await wait(random() < 0.5 ? random() * 20 : random() * 1_500);
  }
  await slay(child, random);
}

async function killWindow({ place, env, random, sendMs }: Surroundings): Promise<void> {
  const child = start(place, [], [], env);
  await wait(sendMs * (0.3 + 1.2 * random()));
  await slay(child, random);
}

/** With the processes it started, as a power cut, or alone, as a crash: then these live a moment longer. */
async function slay(child: ChildProcess, random: () => number): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(random() < 0.5 ? -pid : pid, 'SIGKILL');
  await ended;
  await wait(random() * 200);
  endGroup(pid);
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it is gone.
  }
}

function start(place: Place, switches: string[], words: string[], env: Readonly<Record<string, string>>): ChildProcess {
  const args = [...place.asRoot, ...switches, place.app, ...words];
  return spawn(place.electron, args, { env, stdio: 'ignore', detached: true });
}

interface Told {
  readonly to: string;
  readonly state: string;
}

const isOpen = ({ state }: Told): boolean => ['queued', 'sending', 'unconfirmed', 'accepted'].includes(state);

/** A window goes on until nothing is left to do. */
async function finish({ place, env, exchange }: Surroundings): Promise<readonly Told[]> {
  exchange.misbehave(null);
  const child = start(place, [], [], env);
  try {
    const deadline = Date.now() + settleLimitMs;
    for (;;) {
      await wait(3_000);
      const deliveries = await outbox(place, env);
      if (!deliveries.some(isOpen) || Date.now() > deadline) return deliveries;
    }
  } finally {
    if (child.pid !== undefined) endGroup(child.pid);
  }
}

async function outbox(place: Place, env: Readonly<Record<string, string>>): Promise<readonly Told[]> {
  const args = [...place.asRoot, ...place.headless, place.app, 'outbox', '--json'];
  const { stdout } = await mustRun(place.electron, args, { env });
  return (JSON.parse(stdout.toString('utf8')) as { deliveries: Told[] }).deliveries;
}

/** A fax that was not queued yet when its command was killed is nobody's loss: its user was told nothing. */
function judge(deliveries: readonly Told[], exchange: Exchange): Figure[] {
  const taken = (to: string): number => exchange.received().filter(({ recipient }) => recipient === to).length;
  const digits = ({ to }: Told): string => to.replace(/\D/g, '');
  const unsettled = deliveries.filter(({ state }) => state !== 'delivered');
  const lost = deliveries.filter((each) => !isOpen(each) && taken(digits(each)) === 0);
  const doubled = [...new Set(exchange.received().map(({ recipient }) => recipient))].filter((to) => taken(to) > 1);
  const strangers = exchange
    .received()
    .filter(({ recipient }) => !deliveries.some((each) => digits(each) === recipient));
  const line = (what: string, count: number, states: readonly Told[] = []): Figure => ({
    what,
    ours: [count, ...states.map(({ state }) => state)].join(' '),
    reach: '0',
    isReached: count === 0,
  });
  return [
    { what: 'kills', ours: String(KILLS) },
    { what: 'faxes queued', ours: String(deliveries.length) },
    { what: 'POSTs', ours: String(exchange.posts().length) },
    line('lost', lost.length),
    line('doubled', doubled.length),
    line('taken, but in no outbox', strangers.length),
    line('not delivered in the end', unsettled.length, unsettled),
  ];
}

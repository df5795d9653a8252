import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { newestFirst } from '../../app/history/question';
import { formatStamp } from '../../app/api/stamps';
import { demoKey, seededHistory, startExchange } from '../../main/exchange';
import { openRecords } from '../../main/storage/records/open-records';
import { createRecordStore } from '../../main/storage/records/record-store';
import { createRecordWrites } from '../../main/storage/records/record-writes';
import { inTransaction } from '../../main/storage/transaction';
import type { Bench, Figure, Place } from './place';
import { randomNumbers } from './random';

const dayMs = 86_400_000;
const years = 3;

interface Synced {
  readonly records: number;
  readonly requests: number;
  readonly ms: number;
  /** The most the main process had resident, in bytes; 0 where it can't be told. */
  readonly peakBytes: number;
}

const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
};

/** `faksla sync`: the real app, from its start to its end. */
async function sync(place: Place, home: string, count: number): Promise<Synced> {
  const key = demoKey();
  const until = Date.now() - 4 * 3_600_000;
  const since = until - years * 365 * dayMs;
  const exchange = await startExchange({ key, history: count === 0 ? [] : seededHistory({ count, since, until }) });
  mkdirSync(home, { recursive: true });
  const back = new Date(since - dayMs).toISOString().slice(0, 10);
  const args = [...place.asRoot, ...place.headless, place.app, 'sync', '--since', back, '--json'];
  const env = { ...process.env, FAKSLA_HOME: home, FAKSLA_API_URL: exchange.url, FAKSLA_API_KEY: key };
  const startedAt = performance.now();
  const child = spawn(place.electron, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let [output, peakBytes] = ['', 0];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const watch = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(child.pid ?? 0))), 50);
  await new Promise((done) => child.once('close', done));
  clearInterval(watch);
  await exchange.close();
  const { records, requests } = JSON.parse(output) as { records: number; requests: number };
  return { records, requests, ms: performance.now() - startedAt, peakBytes };
}

/** The first reading of 10,000 records over three years. */
export const benchSync: Bench = async (place, work) => {
  const none = await sync(place, join(work, 'none'), 0);
  const many = await sync(place, join(work, 'many'), 10_000);
  // A window is at most 31 days, a page at most 100 records.
  const least = Math.max(Math.ceil(10_000 / 100), Math.ceil((years * 365) / 31));
  const share = least / many.requests;
  const growth = many.peakBytes - none.peakBytes;
  return [
    { what: 'records that arrived', ours: String(many.records), reach: '10000', isReached: many.records === 10_000 },
    {
      what: 'requests against the least',
      ours: `${many.requests} of ${least}, ${(share * 100).toFixed(1)} %`,
      reach: '≥ 95 %',
      isReached: share >= 0.95,
    },
    {
      what: 'memory of the process at its highest, above none',
      ours: `${(growth / 1e6).toFixed(0)} MB`,
      reach: '≤ 100 MB',
      isReached: growth <= 100e6,
    },
    { what: 'the whole command', ours: `${(many.ms / 1000).toFixed(1)} s` },
    { what: 'the whole command with no record', ours: `${(none.ms / 1000).toFixed(1)} s` },
  ];
};

/** A file with 100,000 records over three years. */
function fill(path: string) {
  const now = Date.now();
  const { database } = openRecords(path, now);
  const writes = createRecordWrites(database);
  const calls = seededHistory({ count: 100_000, since: now - years * 365 * dayMs, until: now });
  for (let at = 0; at < calls.length; at += 1000) {
    const page = calls.slice(at, at + 1000).map((call) => ({
      record: {
        ...call,
        pagesCount: `${call.pagesSent} / ${call.pagesTotal}`,
        startStamp: formatStamp(call.startAt),
        answerStamp: null,
        endStamp: formatStamp(call.endAt),
        durationSeconds: Math.round((call.endAt - call.startAt) / 1000),
      },
      unreadable: [],
    }));
    inTransaction(database, () => writes.keep(page, { otherwiseAt: now, isUnread: () => false }));
  }
  return { database, calls, store: createRecordStore({ database, linksOf: () => new Map(), now: () => now }) };
}

/** What people type, and parts of numbers that are and are not there. */
function queries(numbers: readonly string[]): string[] {
  const random = randomNumbers(7);
  const pick = (): string => numbers[Math.floor(random() * numbers.length)] ?? '';
  const words = [
    ...['agac', 'AĞAÇ', 'çağrı', 'yilmaz lojistik', 'hukuk', 'meşgul', 'cevap yok', 'başarılı', 'bağlantı koptu'],
    ...['dün', 'bugün', 'kasım 2026', '3 kasım', 'geçen ay', 'başarılı dün', 'ö', 'ya', 'a.ş.', 'insaat basarili'],
    ...['0212', '0850 123 45 67', '902', '90', 'zzz', 'yok artık', 'çağrı sigorta meşgul', '2026', '"ağaç işleri"'],
  ];
  const parts = Array.from({ length: 100 - words.length }, (_, index) => {
    const number = pick();
    if (index % 3 === 0)
      return `0${number.slice(2, 5)} ${number.slice(5, 8)} ${number.slice(8, 10)} ${number.slice(10)}`;
    return index % 3 === 1 ? number.slice(-4) : `${number.slice(2, 8)} ${words[index % words.length] as string}`;
  });
  return [...words, ...parts];
}

/** How long something takes on a core of its own, and how long it took beside what else runs on this machine. */
function timed(work: () => unknown): { readonly cpuMs: number; readonly wallMs: number } {
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - startedAt };
}

/** Free text over 100,000 records, the first 50 and how many there are in all. */
export const benchSearch: Bench = (_place, work) => {
  const { database, store, calls } = fill(join(work, 'records.sqlite'));
  const texts = queries([...new Set(calls.map(({ sender }) => sender))]);
  const measured = texts.map((text) => timed(() => store.search({ text }, newestFirst, { offset: 0, limit: 50 })));
  const times = measured.map(({ cpuMs }) => cpuMs);

  const [median, worst] = [middle(times), Math.max(...times)];
  const slowest = texts[times.indexOf(worst)] as string;
  const walls = measured.map(({ wallMs }) => wallMs);
  const deep = timed(() => store.search({}, newestFirst, { offset: 90_000, limit: 100 })).cpuMs;
  database.close();
  return Promise.resolve([
    {
      what: `median of ${texts.length} queries`,
      ours: `${median.toFixed(1)} ms`,
      reach: '≤ 30 ms',
      isReached: median <= 30,
    },
    { what: `worst, “${slowest}”`, ours: `${worst.toFixed(1)} ms`, reach: '≤ 80 ms', isReached: worst <= 80 },
    {
      what: 'beside what else runs: median, worst',
      ours: `${middle(walls).toFixed(1)} ms, ${Math.max(...walls).toFixed(1)} ms`,
    },
    { what: '100 records from the 90,000th on', ours: `${deep.toFixed(1)} ms` },
  ]);
};

/** From the program's start to a send window that can be used, in milliseconds. */
async function start(place: Place, home: string): Promise<number> {
  // A key, so that no welcome covers the window; an exchange nobody listens at.
  const own = { FAKSLA_HOME: home, FAKSLA_BENCH: '1', FAKSLA_API_URL: 'http://127.0.0.1:9', FAKSLA_API_KEY: 'bench' };
  const startedAt = Date.now();
  const child = spawn(place.electron, [...place.asRoot, place.app], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, at] = line.split(' ');
    if (word !== 'faksla-ready') continue;
    child.kill();
    await ended;
    return Number(at) - startedAt;
  }
  throw new Error('The program ended before it was ready.');
}

const starts = 12;
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Start-up with 100,000 records against start-up with none, in turn. */
export const benchRecordsStartup: Bench = async (place, work): Promise<Figure[]> => {
  const homes = { none: join(work, 'none'), many: join(work, 'many') };
  for (const home of Object.values(homes)) mkdirSync(home, { recursive: true, mode: 0o700 });
  fill(join(homes.many, 'records.sqlite')).database.close();
  const times: { none: number; many: number }[] = [];
  for (let turn = -1; turn < starts; turn++) {
    const time = { none: await start(place, homes.none), many: await start(place, homes.many) };
    if (turn >= 0) times.push(time);
  }
  const [none, many] = [middle(times.map((time) => time.none)), middle(times.map((time) => time.many))];
  const ratio = many / none;
  return [
    { what: 'start-up with no record, median', ours: `${none} ms` },
    {
      what: 'start-up with 100,000 records, median',
      ours: `${many} ms`,
      ratio: `${ratio.toFixed(3)} ×`,
      reach: '≤ 1.05 ×',
      isReached: ratio <= 1.05,
    },
  ];
};

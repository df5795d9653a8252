import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { type Piece, PIECE_BYTES, piecesChannel } from '../../app/pieces';
import { assembleFaxPdf } from '../../app/fax/fax-pdf';
import { type FaxSink, openFaxSink } from './fax-sink';
import type { Bench, Figure, Place } from './place';
import { environment, privateBytes } from './watched-window';

const PAGES = 20;
/** What a scanned page takes as T.6. */
const PAGE_BYTES = 57_000;
const QUEUED_FIRST = 10_000;
const MANY = 1_000;
const LAUNCH_LIMIT_MS = 40_000;

interface Desk {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly sink: FaxSink;
  readonly mainPid: number;
}

/** A page of noise: no line of it can be shortened, and none is shown. */
function noisyFax(): Promise<Uint8Array> {
  const page = () => ({ t6: randomBytes(PAGE_BYTES), widthPels: 1686, scanLines: 2156, resolution: 'fine' as const });
  return assembleFaxPdf(Array.from({ length: PAGES }, page));
}

/** Once more where the driver came too late for the first window, and waits for it for ever. */
const launch = (options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> =>
  _electron.launch(options).catch(() => _electron.launch(options));

async function openDesk(place: Place, home: string): Promise<Desk> {
  const sink = await openFaxSink(PAGES);
  const electron = await launch({
    executablePath: place.electron,
    args: [...place.asRoot, place.app],
    env: { ...environment(home), FAKSLA_API_URL: sink.url, FAKSLA_API_KEY: 'bench' },
    timeout: LAUNCH_LIMIT_MS,
  });
  const page = await electron.firstWindow();
  await page.getByRole('main').waitFor();
  const pdf = Buffer.from(await noisyFax()).toString('base64');
  await page.evaluate((base64) => {
    Object.assign(globalThis, { pdf: Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)) });
  }, pdf);
  const mainPid = electron.process().pid ?? 0;
  return { electron, page, sink, mainPid };
}

interface Queueing {
  readonly times: number;
  readonly recipients: number;
  readonly sendAt?: number;
}

/** Milliseconds each call took as the window's client makes it (`renderer/pieces-port.ts`); every document is another one. */
const queue = ({ page }: Desk, queueing: Queueing): Promise<number[]> =>
  page.evaluate(
    async ({ times, recipients, sendAt, pages, pieceBytes, piecesChannel }) => {
      const { pdf, faksla } = globalThis as unknown as {
        pdf: Uint8Array;
        faksla: { invoke(name: string, input: unknown): Promise<{ ok: boolean }> };
      };
      const taken: number[] = [];
      const { port1, port2 } = new MessageChannel();
      window.postMessage(piecesChannel, location.origin, [port2]);
      const pass = (piece: Piece): void => port1.postMessage(piece);
      for (let time = 0; time < times; time++) {
        pdf.set(crypto.getRandomValues(new Uint8Array(16)), pdf.length / 2);
        const numbers = Array.from({ length: recipients }, (_, at) => `+90212${String(3_000_000 + at)}`);
        const request = { recipients: numbers, sender: null, header: 'Bench', resolution: 'fine', pageCount: pages };
        const startedAt = performance.now();
        const of = crypto.randomUUID();
        for (let at = 0; at < pdf.length; at += pieceBytes)
          pass({ of, byteCount: pdf.length, at, bytes: pdf.slice(at, at + pieceBytes) });
        const input = { request: { ...request, ...(sendAt && { sendAt }) }, pdf: { bytesPassedAs: of } };
        const answer = await faksla.invoke('outbox.queue', input);
        taken.push(performance.now() - startedAt);
        if (!answer.ok) throw new Error(JSON.stringify(answer));
      }
      return taken;
    },
    { ...queueing, pages: PAGES, pieceBytes: PIECE_BYTES, piecesChannel },
  );

const listing = ({ page }: Desk): Promise<number[]> =>
  page.evaluate(async () => {
    const { faksla } = globalThis as unknown as { faksla: { invoke(name: string, input: unknown): Promise<unknown> } };
    const taken: number[] = [];
    for (let time = 0; time < 21; time++) {
      const startedAt = performance.now();
      await faksla.invoke('outbox.list', { filter: {}, offset: time * 100, limit: 100 });
      taken.push(performance.now() - startedAt);
    }
    return taken;
  });

interface Mass {
  readonly peakGrowth: number;
  readonly longestFrameMs: number;
  readonly seconds: number;
}

/** Queues one document for many, and watches until the exchange has them all. */
async function sendMany(desk: Desk): Promise<Mass> {
  const { page, sink, mainPid } = desk;
  await queue(desk, { times: 1, recipients: 4 });
  while (sink.orders() < 4) await wait(100);
  await wait(8_000);
  const idle = privateBytes(mainPid);
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now() };
    const look = (now: number): void => {
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      requestAnimationFrame(look);
    };
    Object.assign(globalThis, { watch });
    requestAnimationFrame(look);
  });
  const startedAt = performance.now();
  await queue(desk, { times: 1, recipients: MANY });
  let peak = idle;
  while (sink.orders() < 4 + MANY) {
    peak = Math.max(peak, privateBytes(mainPid));
    await wait(100);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  for (let more = 0; more < 50; more++) {
    peak = Math.max(peak, privateBytes(mainPid));
    await wait(100);
  }
  const longestFrameMs = await page.evaluate(
    () => (globalThis as unknown as { watch: { longest: number } }).watch.longest,
  );
  return { peakGrowth: peak - idle, longestFrameMs, seconds };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const milliseconds = (ms: number): string => `${ms.toFixed(1)} ms`;

const timed = (what: string, taken: readonly number[], reach: number): Figure => ({
  what,
  ours: milliseconds(median(taken)),
  reach: `≤ ${reach} ms`,
  isReached: median(taken) <= reach,
});

/** The outbox in the window: from Send to “queued”, with little and with much in it; and one fax to many. */
export const benchOutbox: Bench = async (place, work) => {
  const desk = await openDesk(place, join(work, 'home'));
  try {
    const later = Date.now() + 30 * 86_400_000;
    const empty = await queue(desk, { times: 31, recipients: 1, sendAt: later });
    const bulk = await queue(desk, { times: QUEUED_FIRST / MANY, recipients: MANY, sendAt: later });
    const full = await queue(desk, { times: 31, recipients: 1, sendAt: later });
    const lists = await listing(desk);
    const mass = await sendMany(desk);
    return [
      timed(`${PAGES} pages to “queued”, outbox empty: median`, empty, 50),
      timed(`${PAGES} pages to “queued”, ${QUEUED_FIRST} in the outbox: median`, full, 50),
      { what: `${PAGES} pages to ${MANY} recipients to “queued”: median`, ours: milliseconds(median(bulk)) },
      timed(`100 of ${QUEUED_FIRST} listed over IPC: median`, lists, 100),
      {
        what: `${MANY} recipients, ${PAGES} pages: main process above idle, highest`,
        ours: `${(mass.peakGrowth / 1e6).toFixed(0)} MB`,
        reach: '≤ 60 MB',
        isReached: mass.peakGrowth <= 60e6,
      },
      { what: `${MANY} uploads of ${PAGES} pages, two at a time`, ours: `${mass.seconds.toFixed(0)} s` },
      { what: 'the longest the window stood still meanwhile', ours: milliseconds(mass.longestFrameMs) },
    ];
  } finally {
    // Quitting asks while faxes wait.
    await desk.electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    });
    await desk.electron.close();
    desk.sink.close();
  }
};

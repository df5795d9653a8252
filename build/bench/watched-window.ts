import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Place } from './place';

/** The app's window on the demo account, to be given files and watched. */
export interface WatchedWindow {
  /** Private bytes of the renderer's process. */
  memory(): Promise<number>;
  /** Gives files by a second start of the program. */
  give(files: readonly string[]): Promise<void>;
  /** Until so many pages are listed and the renderer rests. */
  settle(pages: number): Promise<void>;
  close(): Promise<void>;
}

/** How the window is asked. */
export interface Asking {
  /** The renderer's process. */
  readonly pid: number;
  /** Of that process: private bytes, and how much of a core it used since it was asked last, in percent. */
  readonly metrics: () => Promise<{ readonly bytes: number; readonly load: number }>;
  /** The value of a script in the page. */
  readonly evaluate: (script: string) => Promise<unknown>;
}

const SETTLE_LIMIT_MS = 300_000;
/** The renderer rests when it has used less of a core than this, so many times in a row. */
const RESTING_PERCENT = 4;
const RESTING_LOOKS = 5;
const LOOK_MS = 400;

/** Only the rows in sight are there; the list's name says how many it has. */
const listedPages = `Number(/\\d+/.exec(
  document.querySelector('[role=grid][aria-label^="Gönderilecek sayfalar"]')?.getAttribute('aria-label') ?? '')?.[0] ?? 0)`;

export function environment(home: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('FAKSLA_'));
  return { ...(Object.fromEntries(inherited) as Record<string, string>), LANGUAGE: 'tr', FAKSLA_HOME: home };
}

/** Starts the program again, which hands its files to the first and ends. */
function start(place: Place, files: readonly string[], env: Record<string, string>): Promise<void> {
  const second = spawn(place.electron, [...place.asRoot, place.app, '--demo', ...files], { env, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    second.once('error', reject);
    second.once('exit', () => resolve());
  });
}

/**
 * Memory of a process that no other has and that is nowhere else; Linux. Clean pages are of the program's own file: they count as
 * private only while no other process has the file's page, come and go with those, and are read again when needed.
 */
export function privateBytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Private_Dirty:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}

export function watchWindow(
  place: Place,
  env: Record<string, string>,
  { pid, metrics, evaluate }: Asking,
): Omit<WatchedWindow, 'close'> {
  return {
    memory: async () => (process.platform === 'linux' ? privateBytes(pid) : (await metrics()).bytes),
    give: (files) => start(place, files, env),
    async settle(pages) {
      const deadline = performance.now() + SETTLE_LIMIT_MS;
      let resting = 0;
      await metrics();
      while (resting < RESTING_LOOKS) {
        const listed = await evaluate(listedPages);
        if (performance.now() > deadline)
          throw new Error(
            `After ${SETTLE_LIMIT_MS} ms the window lists ${String(listed)} of ${pages} pages, or still works on them.`,
          );
        await wait(LOOK_MS);
        resting = (await metrics()).load < RESTING_PERCENT && listed === pages ? resting + 1 : 0;
      }
    },
  };
}

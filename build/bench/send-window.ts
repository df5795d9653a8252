import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import process from 'node:process';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Place } from './place';

/** The app's window on the demo account, driven from outside. */
export interface SendWindow {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Private bytes of the renderer's process. */
  memory(): Promise<number>;
  /** Gives files by a second start of the program. */
  give(files: readonly string[]): Promise<void>;
  /** Until so many pages are listed and the renderer rests. */
  settle(pages: number): Promise<void>;
  close(): Promise<void>;
}

const SETTLE_LIMIT_MS = 300_000;
/** The renderer rests when it has used less of a core than this, so many times in a row. */
const RESTING_PERCENT = 4;
const RESTING_LOOKS = 5;
const LOOK_MS = 400;

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

export async function openSendWindow(place: Place, home: string): Promise<SendWindow> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('FAKSLA_'));
  const env = { ...(Object.fromEntries(inherited) as Record<string, string>), LANGUAGE: 'tr', FAKSLA_HOME: home };
  const electron = await _electron.launch({
    executablePath: place.electron,
    args: [...place.asRoot, place.app, '--demo'],
    env,
  });
  const page = await electron.firstWindow();
  await page.getByRole('main').waitFor();
  const pid = await electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
  const reportedBytes = (): Promise<number> =>
    electron.evaluate(
      ({ app }, id) => (app.getAppMetrics().find((one) => one.pid === id)?.memory.privateBytes ?? 0) * 1024,
      pid,
    );
  const readLoad = (): Promise<number> =>
    electron.evaluate(
      ({ app }, id) => app.getAppMetrics().find((one) => one.pid === id)?.cpu.percentCPUUsage ?? 0,
      pid,
    );

  // Now and then the main process collects the answer as garbage before the driver has it.
  const load = (): Promise<number> => readLoad().catch(readLoad);

  // Only the rows in sight are there; the list's name says how many it has.
  const listed = async (): Promise<number> => {
    const [list] = await page.getByRole('grid', { name: /^Gönderilecek sayfalar/ }).all();
    return Number(/\d+/.exec((await list?.getAttribute('aria-label')) ?? '')?.[0] ?? 0);
  };

  const settle = async (pages: number): Promise<void> => {
    const deadline = performance.now() + SETTLE_LIMIT_MS;
    let resting = 0;
    await load();
    while (resting < RESTING_LOOKS) {
      if (performance.now() > deadline)
        throw new Error(
          `After ${SETTLE_LIMIT_MS} ms the window lists ${await listed()} of ${pages} pages, or still works on them.`,
        );
      await wait(LOOK_MS);
      resting = (await load()) < RESTING_PERCENT && (await listed()) === pages ? resting + 1 : 0;
    }
  };
  return {
    electron,
    page,
    memory: () => (process.platform === 'linux' ? Promise.resolve(privateBytes(pid)) : reportedBytes()),
    give: (files) => start(place, [...files], env),
    settle,
    close: () => electron.close(),
  };
}

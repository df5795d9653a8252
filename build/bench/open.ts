import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import process from 'node:process';
import { makeBareApp } from './bare-app.mjs';
import type { Bench, Place } from './place';
import { median, times } from './table';

const TIMES = 7;
const MOST_OF_BARE = 1.5;
const MOST_RUNNING_MS = 300;
/** After its window is there, until the app does nothing more. */
const RESTING_MS = 3_000;
const LIMIT_MS = 60_000;

/** From `xdg-open file` to the picture of its first page, with the app not running and running. For Linux. */
export const benchOpen: Bench = async (place, work) => {
  const desk = prepare(place, work);
  await makeBareApp(packagedIn(place), join(work, 'bare'), join(place.root, 'build/bench/bare'));
  await cold(desk);
  await bare(place, work);
  const colds = [];
  const bares = [];
  const runnings = [];
  for (let time = 0; time < TIMES; time++) {
    bares.push(await bare(place, work));
    colds.push(await cold(desk));
    runnings.push(await running(desk));
  }
  const ratio = median(colds) / median(bares);
  return [
    {
      what: `xdg-open to the first page, not running, median of ${TIMES}`,
      ours: `${median(colds)} ms`,
      peer: `${median(bares)} ms bare window`,
      ratio: times(ratio),
      reach: `≤ ${times(MOST_OF_BARE)}`,
      isReached: ratio <= MOST_OF_BARE,
    },
    {
      what: `the same, running, median of ${TIMES}`,
      ours: `${median(runnings)} ms`,
      reach: `≤ ${MOST_RUNNING_MS} ms`,
      isReached: median(runnings) <= MOST_RUNNING_MS,
    },
  ];
};

interface Desk {
  readonly home: string;
  readonly marks: string;
  readonly picture: string;
  readonly program: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

const packagedIn = ({ cache }: Place): string => join(cache, 'packaged/linux-unpacked');

/** A user's desktop on which the packaged app opens pictures. */
function prepare(place: Place, work: string): Desk {
  const { root, asRoot } = place;
  execFileSync(process.execPath, [join(root, 'build/package.mjs'), '--for-bench'], { stdio: 'ignore' });
  const data = join(work, 'data');
  for (const folder of [join(work, 'config'), join(data, 'applications')]) mkdirSync(folder, { recursive: true });
  const program = [join(packagedIn(place), 'faksla'), ...asRoot, '--demo'];
  const entry = `[Desktop Entry]\nType=Application\nName=Faksla\nExec=${program.join(' ')} %F\nMimeType=image/png;\n`;
  writeFileSync(join(data, 'applications/faksla.desktop'), entry);
  execFileSync('update-desktop-database', [join(data, 'applications')]);
  writeFileSync(join(work, 'config/mimeapps.list'), '[Default Applications]\nimage/png=faksla.desktop\n');
  const picture = join(work, 'mektup.png');
  copyFileSync(join(root, 'build/demo/mektup.png'), picture);
  const home = join(work, 'home');
  const marks = join(work, 'marks');
  const env = {
    ...process.env,
    XDG_DATA_HOME: data,
    XDG_CONFIG_HOME: join(work, 'config'),
    XDG_CURRENT_DESKTOP: 'GNOME',
    LANGUAGE: 'tr',
    FAKSLA_HOME: home,
    FAKSLA_BENCH_MARKS: marks,
  };
  return { home, marks, picture, program, env };
}

async function cold(desk: Desk): Promise<number> {
  clear(desk);
  const startedAt = Date.now();
  spawn('xdg-open', [desk.picture], { env: desk.env, stdio: 'ignore' });
  const shown = await markOf(desk, 'page');
  await end(shown.pid);
  return shown.at - startedAt;
}

async function running(desk: Desk): Promise<number> {
  clear(desk);
  const [command = '', ...words] = desk.program;
  spawn(command, words, { env: desk.env, stdio: 'ignore' });
  await markOf(desk, 'window');
  await wait(RESTING_MS);
  const startedAt = Date.now();
  spawn('xdg-open', [desk.picture], { env: desk.env, stdio: 'ignore' });
  const shown = await markOf(desk, 'page');
  await end(shown.pid);
  return shown.at - startedAt;
}

/** As the start-up bench has it: the same packaged Electron with one window and one button. */
async function bare({ asRoot }: Place, work: string): Promise<number> {
  const home = join(work, 'bare-home');
  mkdirSync(home, { recursive: true });
  const startedAt = Date.now();
  const env = { ...process.env, FAKSLA_HOME: home };
  const child = spawn(join(work, 'bare/faksla-bin'), asRoot, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.once('exit', done));
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, at] = line.split(' ');
    if (word !== 'faksla-ready') continue;
    child.kill();
    await ended;
    return Number(at) - startedAt;
  }
  throw new Error('The bare window ended before it was ready.');
}

/** What the last run left of its fax would be asked about. */
function clear({ home, marks }: Desk): void {
  for (const draft of ['draft', 'demo/draft']) rmSync(join(home, draft), { recursive: true, force: true });
  writeFileSync(marks, '');
}

async function markOf({ marks }: Desk, wanted: 'window' | 'page'): Promise<{ pid: number; at: number }> {
  const until = Date.now() + LIMIT_MS;
  while (Date.now() < until) {
    await wait(5);
    const line = readFileSync(marks, 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${wanted} `));
    const [, pid, at] = line?.split(' ') ?? [];
    if (pid !== undefined && at !== undefined) return { pid: Number(pid), at: Number(at) };
  }
  throw new Error(`No ${wanted} within ${LIMIT_MS} ms.`);
}

async function end(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM');
  const isThere = (): boolean =>
    existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  const until = Date.now() + LIMIT_MS;
  while (isThere() && Date.now() < until) await wait(20);
}

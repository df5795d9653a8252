import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { asRoot, root } from '../launch.mjs';
import { packageApp } from '../package.mjs';
import { makeBareApp } from './bare-app.mjs';

/**
 * How long Faksla takes from its start to a send window that can be used, against a bare Electron window with one
 * button: the same packaged Electron, in turn, each with a data folder that has been used once. For Linux and Windows.
 */
const pairs = 10;
const unpacked = process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked';
const programName = process.platform === 'win32' ? 'faksla.exe' : 'faksla-bin';

if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  const again = ['-a', '-s', '-screen 0 1400x1000x24', process.execPath, ...process.argv.slice(1)];
  process.exitCode = spawnSync('xvfb-run', again, { stdio: 'inherit' }).status ?? 1;
} else {
  await measure();
}

async function measure() {
  await packageApp();
  const work = mkdtempSync(join(tmpdir(), 'faksla-bench-'));
  try {
    const faksla = starter(join(root, 'release', unpacked), join(work, 'faksla-home'));
    await makeBareApp(join(root, 'release', unpacked), join(work, 'bare'), join(import.meta.dirname, 'bare'));
    const bare = starter(join(work, 'bare'), join(work, 'bare-home'));
    await faksla();
    await bare();
    /** @type {{ faksla: number, bare: number }[]} */
    const times = [];
    for (let pair = 1; pair <= pairs; pair++) {
      const time = { bare: await bare(), faksla: await faksla() };
      times.push(time);
      console.log(`${String(pair).padStart(2)}  bare ${time.bare} ms  Faksla ${time.faksla} ms`);
    }
    const medians = { bare: median(times.map((time) => time.bare)), faksla: median(times.map((time) => time.faksla)) };
    console.log(`median  bare ${medians.bare} ms  Faksla ${medians.faksla} ms`);
    console.log(`ratio of medians ${(medians.faksla / medians.bare).toFixed(2)}`);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} folder of a packaged app
 * @param {string} home
 * @returns {() => Promise<number>} starts it, waits until it is ready, ends it; milliseconds
 */
function starter(folder, home) {
  mkdirSync(home, { recursive: true });
  // A key, so that no welcome covers the window; an exchange nobody listens at.
  const env = {
    ...process.env,
    FAKSLA_HOME: home,
    FAKSLA_BENCH: '1',
    FAKSLA_API_URL: 'http://127.0.0.1:9',
    FAKSLA_API_KEY: 'bench',
  };
  return async () => {
    const startedAt = Date.now();
    const child = spawn(join(folder, programName), asRoot, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((done) => child.once('exit', done));
    for await (const line of createInterface({ input: child.stdout })) {
      const [word, at] = line.split(' ');
      if (word !== 'faksla-ready') continue;
      child.kill();
      await ended;
      return Number(at) - startedAt;
    }
    throw new Error(`${folder} ended before it was ready.`);
  };
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return ((sorted[middle] ?? 0) + (sorted[sorted.length - 1 - middle] ?? 0)) / 2;
}

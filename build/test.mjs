import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './launch.mjs';
import { parseJson } from './setup/json.mjs';
import { setUp } from './setup.mjs';

/**
 * Every check there is, cheapest first; the first that fails ends the run. The last line says how many tests passed
 * and failed.
 *
 * @typedef {{ numPassedTests: number, numFailedTests: number }} Count
 * @typedef {[name: string, work: () => Promise<unknown>]} Check
 */

const counts = /** @type {Count[]} */ ([]);
/** Ends what still runs, once a check has failed. */
const stop = new AbortController();
const stopping = stop.signal;

class CheckFailedError extends Error {
  /** @param {string} name */
  constructor(name) {
    super(`${name} failed; what it found is above.`);
  }
}

/**
 * Runs a tool to its end. Its output comes whole, so that two that run at once can be told apart.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<void>}
 */
function run(command, args, env = process.env) {
  const shell = process.platform === 'win32';
  stopping.throwIfAborted();
  const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'], signal: stopping });
  const printed = /** @type {Buffer[]} */ ([]);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => void printed.push(chunk));
  }
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed));
      if (code === 0) done();
      else fail(new CheckFailedError(command));
    });
  });
}

/** @param {string} name */
const tool = (name) => join(root, 'node_modules/.bin', name);

/**
 * @param {string} project
 * @param {(command: string, args: string[]) => Promise<void>} [runner]
 */
async function runTests(project, runner = run) {
  const report = join(root, `.cache/${project}-tests.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    await runner(tool('vitest'), ['run', '--config', 'build/vitest.config.ts', '--project', project, ...reporters]);
  } finally {
    if (existsSync(report)) counts.push(/** @type {Count} */ (parseJson(readFileSync(report, 'utf8'))));
  }
}

/**
 * On Linux: a display of its own, and a keychain of its own, unlocked and thrown away after.
 *
 * @param {string} command
 * @param {string[]} args
 */
async function runOnDesktop(command, args) {
  if (process.platform !== 'linux') {
    await run(command, args);
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'faksla-desktop-'));
  const unlock = 'eval "$(printf "\\n" | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null)"; exec "$@"';
  const bus = ['dbus-run-session', '--', 'bash', '-c', unlock, 'bash', command, ...args];
  const env = { ...process.env, XDG_DATA_HOME: scratch, XDG_RUNTIME_DIR: scratch, XDG_CONFIG_HOME: scratch };
  try {
    await run('xvfb-run', ['-a', '-s', '-screen 0 1400x1000x24', ...bus], env);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function timed(name, work) {
  const startedAt = performance.now();
  const told = (/** @type {string} */ outcome) =>
    console.log(`── ${name}: ${outcome}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  try {
    const result = await work();
    told('good');
    return result;
  } catch (error) {
    told(stopping.aborted ? 'stopped' : 'FAILED');
    throw error;
  }
}

/** @param {Check[]} checks one after the other */
async function inTurn(checks) {
  for (const [name, work] of checks) await timed(name, work);
}

/** @param {keyof Count} which */
const total = (which) => counts.reduce((sum, count) => sum + count[which], 0);

const electron = await timed('Set-up', () => setUp({ level: 'test' }));
mkdirSync(join(root, '.cache'), { recursive: true });

/** Two lanes of about the same length, at once. */
const lint = /** @type {Check[]} */ ([['Lint', () => run(tool('eslint'), ['.'])]]);
const others = /** @type {Check[]} */ ([
  ['Format', () => run(tool('prettier'), ['--check', '--log-level', 'warn', '.'])],
  ['Types', () => run(tool('tsc'), ['-b'])],
  ['Imports', () => run(tool('depcruise'), ['--config', 'build/dependency-cruiser.mjs', 'app', 'main', 'renderer'])],
  ['Dead code', () => run(tool('knip'), ['--config', 'build/knip.json'])],
]);
const tests = /** @type {Check[]} */ ([
  ['Unit tests', () => runTests('unit')],
  ['Packaging', () => run(process.execPath, ['build/package.mjs', '--for-tests'])],
  ['End-to-end tests', () => runTests('e2e', runOnDesktop)],
]);

const lanes = [inTurn(lint), inTurn(others)];
try {
  await Promise.all(lanes);
  await inTurn(tests);
} catch (error) {
  stop.abort();
  await Promise.allSettled(lanes);
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
console.log(`\nTested with Electron ${electron.version} (${electron.source}).`);
console.log(`${total('numPassedTests')} passed, ${total('numFailedTests')} failed`);

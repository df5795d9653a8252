import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { compile } from './compile.mjs';
import { setUp } from './setup.mjs';

/** @typedef {import('node:child_process').StdioOptions} StdioOptions */

export const root = resolve(import.meta.dirname, '..');

/** Electron refuses to run as root with its sandbox; the product itself never turns the sandbox off. */
export const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Switches for work without a window. Chromium picks its display before any of our code runs, so they come from
 * outside; the other two keep its own remarks off standard error.
 */
export const headless = [
  ...(process.platform === 'linux' ? ['--ozone-platform=headless'] : []),
  '--disable-gpu',
  '--log-level=3',
];

/**
 * Sets up, compiles what changed and runs the app of this checkout.
 *
 * @param {string[]} args the app's own
 * @param {{ switches?: string[], stdio?: StdioOptions, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, stdout: string }>} `stdout` only when `stdio` pipes it
 */
export async function launch(args, { switches = [], stdio = 'inherit', env = process.env, quiet = false } = {}) {
  const electron = await setUp({ quiet });
  compile(root);
  const child = spawn(electron.executable, [...asRoot, ...switches, root, ...args], { stdio, env, cwd: whereTyped() });
  const stdout = /** @type {Buffer[]} */ ([]);
  child.stdout?.on('data', (/** @type {Buffer} */ chunk) => void stdout.push(chunk));
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return { code: await exitOf(child), stdout: Buffer.concat(stdout).toString('utf8') };
}

/** The folder the user stands in: npm runs a script in the folder of its package. */
function whereTyped() {
  const { npm_package_json: ranFor, INIT_CWD: stoodIn } = process.env;
  return (ranFor === resolve(root, 'package.json') && stoodIn) || process.cwd();
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 128 and the signal's number when one ended it, as in a shell
 */
function exitOf(child) {
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
  });
}

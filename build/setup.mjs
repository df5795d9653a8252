import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './setup/dependencies.mjs';
import { chooseElectron, installedTypesVersion } from './setup/electron.mjs';
import { installSystemParts } from './setup/system.mjs';

/**
 * @typedef {import('./setup/electron.mjs').ElectronChoice} ElectronChoice
 * @typedef {import('./setup/system.mjs').Level} Level
 */

const root = resolve(import.meta.dirname, '..');

/**
 * Makes this checkout runnable: dependencies, an Electron for this machine, system libraries. Every step that is
 * already done costs milliseconds. Work is reported on standard error; standard output stays the caller's.
 *
 * @param {{ level?: Level, quiet?: boolean }} [options] `run` starts the app, `test` also runs every check;
 *   `quiet` says nothing when there was nothing to do
 * @returns {Promise<ElectronChoice>}
 */
export async function setUp({ level = 'run', quiet = false } = {}) {
  /** @param {string} line */
  const say = (line) => process.stderr.write(`${line}\n`);
  installDependencies(root, say);
  installSystemParts(level, say);
  const electron = await chooseElectron(root, say);
  if (!quiet) say(`Electron ${electron.version} (${electron.source}), types ${installedTypesVersion(root)}`);
  return electron;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setUp({ level: process.argv.includes('--test') ? 'test' : 'run' });
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseJson } from './json.mjs';

/** @typedef {{ integrity?: string, optional?: boolean }} LockedPackage */

/**
 * `npm ci` unless node_modules already holds what package-lock.json names.
 *
 * Install scripts stay off: the native parts (keytar, @photostructure/sqlite, rolldown's and eslint's bindings) ship
 * prebuilt inside their packages, so nothing a dependency brings needs to run on the developer's machine.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function installDependencies(root, say) {
  if (isInstalled(root)) return;
  say('Installing the dependencies (npm ci)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed; its own message is above.', { cause: error });
}

/**
 * npm writes node_modules/.package-lock.json last, so it names only what is really there.
 *
 * @param {string} root
 */
function isInstalled(root) {
  const installed = packagesIn(join(root, 'node_modules/.package-lock.json'));
  if (installed === null) return false;
  const wanted = packagesIn(join(root, 'package-lock.json')) ?? {};
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.integrity === entry.integrity,
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, LockedPackage> | null}
 */
function packagesIn(lockFile) {
  try {
    const lock = /** @type {{ packages: Record<string, LockedPackage> }} */ (parseJson(readFileSync(lockFile, 'utf8')));
    return lock.packages;
  } catch {
    return null;
  }
}

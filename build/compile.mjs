import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const sources = [
  'app',
  'main',
  'renderer',
  'package.json',
  'package-lock.json',
  'build/electron.vite.config.ts',
  'build/kernels.mjs',
];

/**
 * Builds dist/ from the sources unless it is newer than all of them.
 *
 * The build is made elsewhere and moved into place whole, so an app that starts meanwhile never sees half of it.
 *
 * @param {string} root
 */
export function compile(root) {
  const built = join(root, 'dist/built');
  if (existsSync(built) && newest(sources.map((source) => join(root, source))) < statSync(built).mtimeMs) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  const work = mkdtempSync(join(root, '.cache/compile-'));
  try {
    const startedAt = new Date();
    runElectronVite(root, join(work, 'dist'));
    writeFileSync(join(work, 'dist/built'), '');
    utimesSync(join(work, 'dist/built'), startedAt, startedAt);
    moveIntoPlace(join(work, 'dist'), join(root, 'dist'), join(work, 'old'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Another run may build at the same time; whichever comes last finds a build as good as its own in place.
 *
 * @param {string} made
 * @param {string} dist
 * @param {string} aside
 */
function moveIntoPlace(made, dist, aside) {
  try {
    if (existsSync(dist)) renameSync(dist, aside);
    renameSync(made, dist);
  } catch (error) {
    if (!existsSync(join(dist, 'built'))) throw error;
  }
}

/**
 * @param {string} root
 * @param {string} outDir
 */
function runElectronVite(root, outDir) {
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const options = ['--config', 'build/electron.vite.config.ts', '--outDir', outDir, '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, [tool, 'build', ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The app could not be built; the messages are above.');
}

/**
 * When the newest of these files, or of the files and folders in them, changed. A folder changes when a file in it
 * goes away.
 *
 * @param {string[]} paths
 * @returns {number} epoch milliseconds
 */
function newest(paths) {
  return Math.max(...paths.map(changedAt));
}

/**
 * @param {string} path
 * @returns {number}
 */
function changedAt(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : own.mtimeMs;
  return Math.max(own.mtimeMs, newest(readdirSync(path).map((name) => join(path, name))));
}

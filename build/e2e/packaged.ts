import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '../..');

/** What `build/package.mjs --for-tests` made: the program, and on Linux the launcher script beside it. */
export const packaged = {
  program: programIn(join(root, 'release')),
  launcher:
    process.platform === 'linux' ? join(root, 'release/linux-unpacked/faksla') : programIn(join(root, 'release')),
};

/** Electron refuses to run as root with its sandbox. */
export const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The documents that come with the demo. */
export const samples = {
  letter: join(root, 'build/demo/mektup.png'),
  form: join(root, 'build/demo/form.jpg'),
};

export const screenshots = join(root, '.cache/screenshots');

function programIn(release: string): string {
  if (process.platform === 'win32') return join(release, 'win-unpacked/faksla.exe');
  if (process.platform === 'linux') return join(release, 'linux-unpacked/faksla-bin');
  const folder = existsSync(release) ? readdirSync(release).find((name) => name.startsWith('mac')) : undefined;
  return join(release, folder ?? 'mac', 'Faksla.app/Contents/MacOS/Faksla');
}

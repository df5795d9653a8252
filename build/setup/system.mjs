import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @typedef {'run' | 'test'} Level */

/** Debian packages and what shows that each is there: a library's file name. */
const libraries = {
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
  libxss1: 'libXss.so.1',
  libxtst6: 'libXtst.so.6',
  libnotify4: 'libnotify.so.4',
  'libsecret-1-0': 'libsecret-1.so.0',
};

/** The same for what the tests call: a command. */
const testCommands = {
  xvfb: 'Xvfb',
  xauth: 'xauth',
  'dbus-x11': 'dbus-launch',
  'dbus-daemon': 'dbus-run-session',
  'gnome-keyring': 'gnome-keyring-daemon',
  'poppler-utils': 'pdftoppm',
  ghostscript: 'gs',
  nsis: 'makensis',
  'desktop-file-utils': 'desktop-file-validate',
  'xdg-utils': 'xdg-open',
  'libglib2.0-bin': 'gio',
};

/** And for what is no command: a file. */
const testFiles = {
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  wine64: '/usr/lib/wine/wine64',
};

/**
 * Installs what Electron needs of a Linux system, as root on Debian and Ubuntu; otherwise says the line that would.
 *
 * @param {Level} level
 * @param {(line: string) => void} say
 */
export function installSystemParts(level, say) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(level);
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && isOnPath('apt-get')) aptInstall(missing, say);
  else say(`This system lacks parts Electron needs. Install them with: sudo apt-get install ${missing.join(' ')}`);
}

/**
 * @param {Level} level
 * @returns {string[]}
 */
function missingPackages(level) {
  const present = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: withSbin() }).stdout;
  const names = Object.entries(libraries).filter(([, file]) => !present.includes(`${file} `));
  if (level === 'test') {
    names.push(...Object.entries(testCommands).filter(([, command]) => !isOnPath(command)));
    names.push(...Object.entries(testFiles).filter(([, file]) => !existsSync(file)));
  }
  return names.map(([name]) => name);
}

/** An ordinary user's PATH on Debian lacks ldconfig's folder. */
function withSbin() {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}${delimiter}/sbin${delimiter}/usr/sbin` };
}

/** @param {string} command */
function isOnPath(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * @param {string[]} packages
 * @param {(line: string) => void} say
 */
function aptInstall(packages, say) {
  say(`Installing ${packages.join(' ')} (apt-get)`);
  runApt(['update', '-q']);
  runApt(['install', '-y', '-q', '--no-install-recommends', ...packages.map(nameHere)]);
}

/** @param {string[]} args */
function runApt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', args, { encoding: 'utf8', env, maxBuffer: 2 ** 26 });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  throw new Error(`apt-get ${args.join(' ')} failed; its own message is above.`);
}

/**
 * Newer releases call some libraries by a name that ends in t64 (their 64-bit time).
 *
 * @param {string} name
 */
function nameHere(name) {
  const renamed = `${name}t64`;
  return spawnSync('apt-cache', ['show', '--quiet=0', renamed], { stdio: 'ignore' }).status === 0 ? renamed : name;
}

import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { scratchFolder } from './scratch';

const program = '/usr/lib/wine/wine64';
const server = '/usr/lib/wine/wineserver64';

/** Debian's wine64 and nsis: on other systems the installer is only compiled, by the release. */
export const canRunInstallers = existsSync(program) && existsSync('/usr/bin/makensis');

export type Registry = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A Windows of its own that goes away with the test. */
export interface Windows {
  /** Its C: drive, as this system names it. */
  readonly drive: string;
  run(program: string, ...args: string[]): void;
  /** What lies below the key: values by name (`@` is the default) by key. */
  registry(key: string): Registry;
  setRegistry(key: string, name: string, value: string): void;
}

export function openWindows(): Windows {
  const home = scratchFolder();
  const prefix = join(home, 'windows');
  mkdirSync(prefix);
  const env = {
    ...process.env,
    HOME: home,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    // No Mono, no Gecko, and nothing put into this system's own menus.
    WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=d',
  };
  const said = join(home, 'said.txt');
  const run = (command: string, ...args: string[]): void => {
    // A file, not a pipe: what lives on in the background would hold a pipe open.
    const output = openSync(said, 'w');
    try {
      execFileSync(command, args, { env, stdio: ['ignore', output, output] });
    } catch (error) {
      throw new Error(`${args.join(' ')} failed: ${readFileSync(said, 'utf8')}`, { cause: error });
    } finally {
      closeSync(output);
    }
  };
  const wine = (...args: string[]): void => run(program, ...args);
  // Kept alive: a program that starts in the moment in which an idle server ends fails.
  run(server, '-p');
  onTestFinished(() => run(server, '-k'));
  wine('wineboot', '-i');
  return {
    drive: join(prefix, 'drive_c'),
    run: wine,
    registry(key) {
      wine('reg', 'export', key, 'C:\\exported.reg', '/y');
      return readExport(readFileSync(join(prefix, 'drive_c/exported.reg'), 'utf16le'));
    },
    setRegistry: (key, name, value) => wine('reg', 'add', key, '/v', name, '/d', value, '/f'),
  };
}

/** Reads what `reg export` wrote: `[key]`, `"name"="text"`, `@="text"`; of other kinds of values only the form. */
function readExport(text: string): Registry {
  const keys = new Map<string, Record<string, string>>();
  let values: Record<string, string> = {};
  for (const line of text.split('\r\n')) {
    const key = /^\[(.*)\]$/.exec(line)?.[1];
    if (key !== undefined) keys.set(key, (values = {}));
    const [, name, value = ''] = /^(@|"(?:[^"\\]|\\.)*")=(.*)$/.exec(line) ?? [];
    if (name !== undefined) values[plain(name)] = plain(value);
  }
  return keys;
}

const plain = (quoted: string): string => quoted.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');

import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { storageProblem } from './storage/problem';

/** The data folder: `FAKSLA_HOME`, else Electron's user data. Only the user can read it. */
export function openHome(environment: NodeJS.ProcessEnv): string {
  const given = environment['FAKSLA_HOME'];
  if (given) app.setPath('userData', resolve(given));
  return privateFolder(app.getPath('userData'));
}

/**
 * The data folder of a window, which nothing can be kept without. Asked before Electron looks for a first start in it:
 * where that can't write it takes itself for a second one.
 */
export function openWritableHome(environment: NodeJS.ProcessEnv): string {
  const home = openHome(environment);
  accessSync(home, constants.W_OK);
  return home;
}

/** Makes `join(...parts)` a folder that only the user can read. */
export function privateFolder(...parts: string[]): string {
  const folder = join(...parts);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  closeToOthers(folder);
  return folder;
}

/** Where an account keeps what is its own: the demo account apart from the user's. */
export const accountFolder = (home: string, kind: 'own' | 'demo'): string =>
  kind === 'demo' ? privateFolder(home, 'demo') : home;

/** On a disk that can't be written the folder stays as it is, which whoever writes to it will tell. */
function closeToOthers(folder: string): void {
  try {
    chmodSync(folder, 0o700);
  } catch (error) {
    if (storageProblem(error) !== 'readOnly') throw error;
  }
}

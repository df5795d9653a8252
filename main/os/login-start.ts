import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { app } from 'electron';
import { reportError } from '../report-error';
import { APP_ID } from './app-id';
import { autostartEntry, type StartCommand } from './autostart-entry';
import { ownProgram } from './own-program';

/** The word that starts the program without its window. */
const hiddenWord = '--hidden';

/** Makes the system start the program at login, hidden, or not any more. What can't be written is reported. */
export function setLoginStart(wanted: boolean, program = ownProgram()): void {
  try {
    if (process.platform === 'linux') setAutostartEntry(wanted, program);
    else app.setLoginItemSettings({ openAtLogin: wanted, name: APP_ID, path: program, args: [hiddenWord] });
  } catch (error) {
    reportError(error);
  }
}

/** Whether this start is meant to be seen only in the tray. */
export const isHiddenStart = (words: readonly string[]): boolean =>
  words.includes(hiddenWord) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);

function setAutostartEntry(wanted: boolean, program: string): void {
  const folder = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  const path = join(folder, 'autostart/faksla.desktop');
  if (!wanted) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, autostartEntry(startCommand(program)));
}

function startCommand(program: string): StartCommand {
  return { program, words: app.isPackaged ? [hiddenWord] : [app.getAppPath(), hiddenWord] };
}

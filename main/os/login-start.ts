import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { app } from 'electron';
import { reportError } from '../report-error';
import { autostartEntry, type StartCommand } from './autostart-entry';

/** The word that starts the program without its window. */
const hiddenWord = '--hidden';

/** Makes the system start the program at login, hidden, or not any more. What can't be written is reported. */
export function setLoginStart(wanted: boolean): void {
  try {
    if (process.platform === 'linux') setAutostartEntry(wanted);
    else app.setLoginItemSettings({ openAtLogin: wanted, args: [hiddenWord] });
  } catch (error) {
    reportError(error);
  }
}

/** Whether this start is meant to be seen only in the tray. */
export const isHiddenStart = (words: readonly string[]): boolean =>
  words.includes(hiddenWord) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);

function setAutostartEntry(wanted: boolean): void {
  const folder = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  const path = join(folder, 'autostart/faksla.desktop');
  if (!wanted) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, autostartEntry(startCommand()));
}

/** An AppImage runs from a mount that is another one next time; its own file is named by the environment. */
function startCommand(): StartCommand {
  const program = process.env['APPIMAGE'] ?? process.execPath;
  return { program, words: app.isPackaged ? [hiddenWord] : [app.getAppPath(), hiddenWord] };
}

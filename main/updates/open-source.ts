import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { ownProgram } from '../os/own-program';
import { type UpdateSource, updateSourceOf } from './update-source';

/** The releases on GitHub (`app-update.yml`, which the packaging writes); `null` where this copy can't update itself. */
export async function openUpdateSource(onRenamed: (program: string) => void): Promise<UpdateSource | null> {
  if (!canUpdateItself()) return null;
  const { autoUpdater } = await import('electron-updater');
  return updateSourceOf(autoUpdater, onRenamed);
}

/** A portable copy, an unpacked one and one that a package manager installed are replaced by whoever put them there. */
function canUpdateItself(): boolean {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return false;
  if (process.platform === 'linux') return ownProgram() !== process.execPath;
  return process.platform !== 'win32' || existsSync(join(dirname(process.execPath), 'Uninstall faksla.exe'));
}

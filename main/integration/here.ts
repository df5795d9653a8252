import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { app } from 'electron';
import type { Translate } from '../../app/i18n/translate';
import { linuxPlaces } from './linux';
import { macPlaces } from './mac';
import type { Place, PlaceParts } from './place';
import { createPlaces, type Places } from './places';

/** The places of this very system. On Windows the installer does it all. */
export function placesHere(t: () => Translate): Places {
  const dataHome = process.env['XDG_DATA_HOME'] || join(homedir(), '.local/share');
  const parts = (): PlaceParts => ({
    home: homedir(),
    dataHome,
    command: startOf(),
    icon: iconFile(),
    verb: t()('menu.sendAsFax'),
  });
  const places = (): Place[] => {
    if (process.platform === 'darwin') return macPlaces(parts());
    return process.platform === 'linux' ? linuxPlaces(parts()).filter(isNeeded) : [];
  };
  const refresh = async (): Promise<void> => {
    if (process.platform === 'linux') await tryCommand('update-desktop-database', join(dataHome, 'applications'));
    // macOS: lets Finder see new services without a new login.
    if (process.platform === 'darwin') await tryCommand('/System/Library/CoreServices/pbs', '-flush');
  };
  return createPlaces(places, refresh);
}

/** The deb brings its own entry. */
const isNeeded = ({ id }: Place): boolean =>
  id !== 'applicationMenu' || !existsSync('/usr/share/applications/faksla.desktop');

/** An AppImage runs from a place that is gone when it ends, so it is the AppImage that is started. */
function startOf(): string[] {
  const appImage = process.env['APPIMAGE'];
  if (appImage) return [appImage];
  const launcher = join(dirname(process.execPath), 'faksla');
  if (existsSync(launcher)) return [launcher];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
}

function iconFile(): string | null {
  const file = join(process.resourcesPath, 'faksla.png');
  return existsSync(file) ? file : null;
}

/** A desktop without it reads its menus again by itself, only later. */
async function tryCommand(command: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(command, args, { timeout: 10_000 }).catch(() => undefined);
}

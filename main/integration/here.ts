import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { app } from 'electron';
import { createTranslate, type Translate } from '../../app/i18n/translate';
import { languageSchema } from '../../app/settings';
import { reportError } from '../report-error';
import { ownProgram } from '../os/own-program';
import { linuxPlaces } from './linux';
import { macPlaces } from './mac';
import type { Place, PlaceParts } from './place';
import { createPlaces, type Places } from './places';

/** The places of this very system, as they start `program`. On Windows the installer does it all. */
export function placesHere(t: () => Translate, program: () => string = ownProgram): Places {
  const dataHome = process.env['XDG_DATA_HOME'] || join(homedir(), '.local/share');
  const partsIn = (speak: Translate): PlaceParts => ({
    home: homedir(),
    dataHome,
    command: startOf(program()),
    icon: iconFile(),
    verb: speak('menu.sendAsFax'),
  });
  const placesIn = (speak: Translate): Place[] => {
    if (process.platform === 'darwin') return macPlaces(partsIn(speak));
    return process.platform === 'linux' ? linuxPlaces(partsIn(speak)).filter(isNeeded) : [];
  };
  const refresh = async (): Promise<void> => {
    if (process.platform === 'linux') await tryCommand('update-desktop-database', join(dataHome, 'applications'));
    // macOS: lets Finder see new services without a new login.
    if (process.platform === 'darwin') await tryCommand('/System/Library/CoreServices/pbs', '-flush');
  };
  return createPlaces({
    now: () => placesIn(t()),
    formerly: () => languageSchema.options.flatMap((language) => placesIn(createTranslate(language))),
    onChanged: refresh,
    onError: reportError,
  });
}

/** The deb brings its own entry. */
const isNeeded = ({ id }: Place): boolean =>
  id !== 'applicationMenu' || !existsSync('/usr/share/applications/faksla.desktop');

function startOf(program: string): string[] {
  if (program !== process.execPath) return [program];
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

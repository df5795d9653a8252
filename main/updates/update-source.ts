import type { AppUpdater } from 'electron-updater';
import { plainNotes } from '../../app/update';

/** A version that is newer than this one. */
export interface NewVersion {
  readonly version: string;
  readonly notes: string;
}

/** Where new versions come from. */
export interface UpdateSource {
  /** Looks for a newer version and fetches it; `null` where there is none. Rejects where it can't be had or trusted. */
  fetchNewer(): Promise<NewVersion | null>;
  /** Whether what was fetched is installed when the program ends. */
  installAtEnd(wanted: boolean): void;
}

/**
 * electron-updater as a source. It trusts a download by its SHA-512 in the release's own list, on Windows by the
 * publisher's signature too, and macOS by the app's. An AppImage with its version in its name gets another one:
 * `onRenamed` hears of it as the program ends, and what it does must not wait.
 */
export function updateSourceOf(updater: AppUpdater, onRenamed: (program: string) => void): UpdateSource {
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.autoRunAppAfterInstall = false;
  updater.logger = null;
  // Its failures reach us as rejections.
  updater.on('error', () => undefined);
  updater.on('appimage-filename-updated', onRenamed);
  return {
    async fetchNewer() {
      const found = await updater.checkForUpdates();
      if (found?.isUpdateAvailable !== true) return null;
      await download(updater);
      const { version, releaseNotes } = found.updateInfo;
      return { version, notes: plainNotes(textOf(releaseNotes)) };
    },
    installAtEnd: (wanted) => void (updater.autoInstallOnAppQuit = wanted),
  };
}

/**
 * The updater looks once, as a download ends, whether the end of the program will concern it; on macOS it hands the
 * download to the system then, which waits until no copy of the program runs. Elsewhere `installAtEnd` still decides.
 */
async function download(updater: AppUpdater): Promise<void> {
  updater.autoInstallOnAppQuit = true;
  try {
    await updater.downloadUpdate();
  } finally {
    updater.autoInstallOnAppQuit = false;
  }
}

const textOf = (notes: string | readonly { readonly note: string | null }[] | null | undefined): string =>
  typeof notes === 'string' ? notes : (notes ?? []).map(({ note }) => note ?? '').join('\n\n');

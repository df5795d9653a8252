import process from 'node:process';

/** Where a process runs, as `process` says. */
export interface ProcessPlace {
  readonly env: NodeJS.ProcessEnv;
  readonly execPath: string;
  readonly platform: NodeJS.Platform;
}

/**
 * The file that starts the program: an AppImage and a portable copy run from a place that is gone when they end, and
 * name their own file in the environment. So may the program that started this one, which is not meant.
 */
export function ownProgram({ env, execPath, platform }: ProcessPlace = process): string {
  return (platform === 'win32' ? portable(env) : appImage(env, execPath)) ?? execPath;
}

/** The AppImage's file, where this process runs from its mount. */
export function appImage({ APPIMAGE, APPDIR }: NodeJS.ProcessEnv, execPath: string): string | undefined {
  return APPIMAGE && APPDIR && execPath.startsWith(`${APPDIR}/`) ? APPIMAGE : undefined;
}

const portable = (env: NodeJS.ProcessEnv): string | undefined =>
  env['PORTABLE_EXECUTABLE_APP_FILENAME'] === 'faksla' ? env['PORTABLE_EXECUTABLE_FILE'] : undefined;

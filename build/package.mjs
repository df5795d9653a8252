import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';
import { root } from './launch.mjs';
import { setUp } from './setup.mjs';

/**
 * Packages the app with electron-builder into release/: a folder ready to run, made with this machine's Electron, or
 * the platform's installers, made with the Electron of package.json.
 *
 * @param {{ forTests?: boolean, installers?: boolean }} [options] `forTests` lets a test driver attach
 */
export async function packageApp({ forTests = false, installers = false } = {}) {
  const { dist, version } = await setUp({ quiet: true });
  compile(root);
  const { build, Platform } = await import('electron-builder');
  await build({
    projectDir: root,
    targets: Platform.current().createTarget(installers ? undefined : 'dir'),
    publish: 'never',
    config: {
      extends: forTests ? 'build/electron-builder.tests.yml' : 'electron-builder.yml',
      ...(!installers && { electronDist: dist, electronVersion: version }),
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await packageApp({
    forTests: process.argv.includes('--for-tests'),
    installers: process.argv.includes('--installers'),
  });
}

import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.mjs';
import { root } from './launch.mjs';
import { setUp } from './setup.mjs';

/** `tests` lets a driver attach; `bench` notes when its first page is shown. */
const configurations = {
  release: 'electron-builder.yml',
  tests: 'build/electron-builder.tests.yml',
  bench: 'build/electron-builder.bench.yml',
};

/**
 * Packages the app with electron-builder into release/: a folder ready to run, made with this machine's Electron, or
 * the platform's installers, made with the Electron of package.json.
 *
 * @param {{ variant?: keyof typeof configurations, installers?: boolean }} [options]
 */
export async function packageApp({ variant = 'release', installers = false } = {}) {
  const { dist, version } = await setUp({ quiet: true });
  compile(root);
  const { build, Platform } = await import('electron-builder');
  await build({
    projectDir: root,
    targets: Platform.current().createTarget(installers ? undefined : 'dir'),
    publish: 'never',
    config: {
      extends: configurations[variant],
      ...(!installers && { electronDist: dist, electronVersion: version }),
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await packageApp({
    variant: process.argv.includes('--for-tests')
      ? 'tests'
      : process.argv.includes('--for-bench')
        ? 'bench'
        : 'release',
    installers: process.argv.includes('--installers'),
  });
}

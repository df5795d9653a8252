import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { compile } from '../compile.mjs';
import { asRoot, headless, root } from '../launch.mjs';
import { setUp } from '../setup.mjs';

/**
 * `npm run bench [name…]`: measures and prints, judges nothing. Without names every bench runs. Its own input files come
 * from the folder FAKSLA_BENCH_SAMPLES names, else they are drawn. All it installs and makes stays in .cache/bench, but
 * for Debian's packages.
 */
const names = process.argv.slice(2);
const cache = join(root, '.cache/bench');

if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  await setUp({ level: 'test', quiet: true });
  const again = ['-a', '-s', '-screen 0 1400x1000x24', process.execPath, ...process.argv.slice(1)];
  process.exitCode = spawnSync('xvfb-run', again, { stdio: 'inherit' }).status ?? 1;
} else {
  await run();
}

async function run() {
  const electron = await setUp({ quiet: true });
  if (names.length === 0 || names.includes('startup'))
    spawnSync(process.execPath, [join(import.meta.dirname, 'startup.mjs')], { stdio: 'inherit' });
  if (names.length > 0 && names.every((name) => name === 'startup')) return;
  compile(root);
  const benches = await bundle();
  const place = { root, cache, app: copyApp(), electron: electron.executable, asRoot, headless };
  const others = names.filter((name) => name !== 'startup');
  process.exitCode =
    spawnSync(process.execPath, [benches, JSON.stringify(place), ...others], { stdio: 'inherit' }).status ?? 1;
}

/** The app as it is now: what is compiled while the benches run does not change it. */
function copyApp() {
  const app = join(cache, 'app');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  cpSync(join(root, 'dist'), join(app, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(app, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'), 'junction');
  return app;
}

/** The benches import the app's own TypeScript, which Node does not run as it is. */
async function bundle() {
  const outDir = join(cache, 'benches');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join(import.meta.dirname, 'benches.ts'), outDir, emptyOutDir: true, target: 'node20' },
  });
  return join(outDir, 'benches.js');
}

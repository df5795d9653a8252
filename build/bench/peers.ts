import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { mustRun, runCommand } from './command';
import type { Place } from './place';

/** Debian's names of what we are measured against and with. */
const debianPackages = [
  'ghostscript',
  'poppler-utils',
  'libtiff-tools',
  'libtiff-dev',
  'tesseract-ocr',
  'libspandsp-dev',
  'imagemagick',
  'img2pdf',
  'gcc',
  'libc6-dev',
  'fonts-dejavu-core',
  'fonts-liberation',
] as const;

const SHARP = 'sharp@0.35.5';

/** Installs what is missing. Debian as root; else it says the line that would. */
export async function installPeers({ cache }: Place): Promise<void> {
  const missing: string[] = [];
  for (const name of debianPackages) {
    const { stdout } = await runCommand('dpkg-query', ['-W', '-f', '${Status}', name]);
    if (!stdout.toString().includes('ok installed')) missing.push(name);
  }
  if (missing.length > 0) await aptInstall(missing);
  const modules = join(cache, 'node');
  if (existsSync(join(modules, 'node_modules/sharp'))) return;
  mkdirSync(modules, { recursive: true });
  await mustRun('npm', ['install', '--prefix', modules, '--no-audit', '--no-fund', SHARP]);
}

async function aptInstall(missing: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error(`Install these first: sudo apt-get install ${missing.join(' ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await mustRun('apt-get', ['update', '-q'], { env });
  await mustRun('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env });
}

/** Compiles one of our small C programs, once. */
export async function compiledProgram(
  { root, cache }: Place,
  name: string,
  libraries: readonly string[],
): Promise<string> {
  const source = join(root, 'build/bench/c', `${name}.c`);
  const program = join(cache, 'bin', name);
  if (existsSync(program) && statSync(program).mtimeMs > statSync(source).mtimeMs) return program;
  mkdirSync(join(cache, 'bin'), { recursive: true });
  await mustRun('gcc', ['-O2', '-o', program, source, ...libraries.map((library) => `-l${library}`)]);
  return program;
}

export const libtiffG4 = (place: Place): Promise<string> => compiledProgram(place, 'libtiff-g4', ['tiff']);

/** ImageMagick's `convert`, by the name that is surely ImageMagick's. */
export const imageMagick = 'convert-im6.q16';

/** The part of sharp that is used here. */
export interface SharpImage {
  rotate(): SharpImage;
  greyscale(): SharpImage;
  toColourspace(space: 'b-w' | 'srgb'): SharpImage;
  resize(options: { width: number; height: number; fit: 'fill' | 'contain'; background?: string }): SharpImage;
  threshold(level: number): SharpImage;
  blur(sigma: number): SharpImage;
  raw(): SharpImage;
  png(): SharpImage;
  jpeg(options: { quality: number }): SharpImage;
  tiff(options: { compression: 'ccittfax4'; bitdepth: 1; xres: number; yres: number }): SharpImage;
  withMetadata(options: { orientation: number }): SharpImage;
  toBuffer(): Promise<Buffer>;
  toFile(path: string): Promise<unknown>;
}
export type Sharp = (
  input: string | Uint8Array,
  options?: { density?: number; raw?: { width: number; height: number; channels: 1 | 3 } },
) => SharpImage;

export const loadSharp = ({ cache }: Place): Sharp => createRequire(join(cache, 'node/package.json'))('sharp') as Sharp;

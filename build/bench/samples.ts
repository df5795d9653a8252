import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import process from 'node:process';
import { drawSamples } from './drawn/samples';
import type { Place } from './place';

/** A photo of text, and the text. */
export interface Readable {
  readonly photo: string;
  readonly text: string;
}

/** Input files, by kind; at least one of each. */
export interface Samples {
  /** Twelve megapixels each. */
  readonly photos: readonly string[];
  /** PNG. */
  readonly scans: readonly string[];
  /** PDF, the one with most pages first. */
  readonly office: readonly string[];
  readonly readables: readonly Readable[];
}

const READABLE_COUNT = 6;

/** The folder FAKSLA_BENCH_SAMPLES names; what it lacks is drawn. */
export async function samplesFor(place: Place): Promise<Samples> {
  const drawn = samplesIn(await drawSamples(place));
  const folder = process.env['FAKSLA_BENCH_SAMPLES'];
  if (folder === undefined) return drawn;
  const given = samplesIn(folder);
  const orDrawn = <K extends keyof Samples>(kind: K): Samples[K] =>
    given[kind].length > 0 ? given[kind] : drawn[kind];
  return {
    photos: orDrawn('photos'),
    scans: orDrawn('scans'),
    office: orDrawn('office'),
    readables: [...given.readables, ...drawn.readables].slice(0, READABLE_COUNT),
  };
}

function samplesIn(folder: string): Samples {
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  const ofKind = (...endings: string[]): string[] =>
    files.filter((file) => endings.includes(extname(file).toLowerCase()));
  const textOf = (photo: string): string => photo.replace(/\.\w+$/, '.txt');
  const jpegs = ofKind('.jpg', '.jpeg');
  return {
    photos: jpegs.filter((file) => !existsSync(textOf(file))),
    scans: ofKind('.png'),
    office: ofKind('.pdf').toSorted((a, b) => statSync(b).size - statSync(a).size),
    readables: jpegs
      .filter((file) => existsSync(textOf(file)))
      .map((photo) => ({ photo, text: readFileSync(textOf(photo), 'utf8') })),
  };
}

/** So many files, each with a name and bytes of its own on disk, from as many as there are. */
export function copies(files: readonly string[], count: number, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const source = files[index % files.length] ?? '';
    const copy = join(folder, `${String(index + 1).padStart(3, '0')}${extname(source)}`);
    copyFileSync(source, copy);
    return copy;
  });
}

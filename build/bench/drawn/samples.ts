import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSharp } from '../peers';
import type { Place } from '../place';
import { drawOffice } from './office';
import { drawPhoto } from './photo';
import { drawText, type TextStyle } from './text';

/** Small print in three faces, and ordinary letters for the photos that need not be read. */
const readables: readonly TextStyle[] = [
  { face: 'Liberation Serif', points: 8, seed: 1 },
  { face: 'Liberation Sans', points: 8, seed: 2 },
  { face: 'DejaVu Serif', points: 8, seed: 3 },
  { face: 'Liberation Serif', points: 8, seed: 4 },
  { face: 'DejaVu Sans', points: 8, seed: 5 },
  { face: 'Liberation Sans', points: 8, seed: 6 },
];
const letters: readonly TextStyle[] = [
  { face: 'Liberation Sans', points: 11, seed: 7 },
  { face: 'Liberation Serif', points: 12, seed: 8 },
];

/** Draws samples of every kind once; says in which folder they are. */
export async function drawSamples(place: Place): Promise<string> {
  const folder = join(place.cache, 'samples-2');
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const sharp = loadSharp(place);
  for (const style of readables) {
    const { svg, text } = drawText(style);
    await drawPhoto(sharp, svg, style.seed, join(making, `text-${style.seed}.jpg`));
    writeFileSync(join(making, `text-${style.seed}.txt`), text);
  }
  for (const style of letters) {
    const { svg } = drawText(style);
    await drawPhoto(sharp, svg, style.seed, join(making, `photo-${style.seed}.jpg`));
    await sharp(Buffer.from(svg), { density: 200 })
      .png()
      .toFile(join(making, `scan-${style.seed}.png`));
  }
  writeFileSync(join(making, 'office.pdf'), await drawOffice());
  renameSync(making, folder);
  return folder;
}

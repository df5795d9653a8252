import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageGeometry } from '../../app/fax/geometry';
import type { FaxBitmap } from '../../app/fax/bitmap';
import type { Resolution } from '../../app/fax/profile';
import { doubled, pagesInPdf, pagesInTiff, pbmOf, readPbm } from './bits';
import { inParallel, mustRun } from './command';
import { render } from './faksla';
import { imageMagick, libtiffG4, loadSharp } from './peers';
import type { Bench, Figure, Place } from './place';
import { samplesFor, type Readable } from './samples';
import { serverLines } from './server-lines';
import { rasterise } from './servers';
import { sharpFax } from './sharp-fax';
import { mean, percent } from './table';

const TWO_AT_ONCE = 2;
const OCR_LIMIT_MS = 240_000;

const reaches = { fine: { mean: 0.998, worst: 0.993 }, standard: { mean: 0.992, worst: 0.986 } } as const;

/** Letters to insert, delete or change to make one text of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Uint32Array.from({ length: b.length + 1 }, (_, i) => i);
  let current = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    current[0] = i + 1;
    const letter = a.charCodeAt(i);
    for (let j = 0; j < b.length; j++) {
      const changed = (previous[j] ?? 0) + (letter === b.charCodeAt(j) ? 0 : 1);
      current[j + 1] = Math.min(changed, (previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

/** Typographic marks and the blanks between words do not count as errors. */
const plain = (text: string): string =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();

/** Share of the characters that are right, 0…1. */
export const characterAccuracy = (read: string, text: string): number =>
  Math.max(0, 1 - editDistance(plain(read), plain(text)) / plain(text).length);

/** What tesseract reads on a page; nothing where it gives up. `segmentation`: 3 finds out by itself, 6 is one block. */
export async function readText(page: FaxBitmap, file: string, segmentation: 3 | 6 = 6): Promise<string> {
  writeFileSync(file, pbmOf(page));
  const args = [file, '-', '--dpi', '204', '--psm', `${segmentation}`, '-l', 'eng'];
  const options = { env: { OMP_THREAD_LIMIT: '1' }, timeoutMs: OCR_LIMIT_MS };
  return mustRun('tesseract', args, options).then(
    ({ stdout }) => stdout.toString('utf8'),
    () => '',
  );
}

const upright = (page: FaxBitmap, resolution: Resolution): FaxBitmap => (resolution === 'fine' ? page : doubled(page));

type Way = (readables: readonly Readable[], resolution: Resolution, work: string, place: Place) => Promise<FaxBitmap[]>;

const ours: Way = async (readables, resolution, work, place) => {
  const { pdf } = await render(
    place,
    readables.map(({ photo }) => photo),
    join(work, 'ours.pdf'),
    { resolution },
  );
  return pagesInPdf(pdf);
};

/** The photo as it is in a PDF, and the server's own black and white. */
const naive: Way = async (readables, resolution, work, place) => {
  const [pdf, tiff] = [join(work, 'naive.pdf'), join(work, 'naive.tif')];
  const photos = readables.map(({ photo }) => photo);
  await mustRun('img2pdf', ['--pagesize', 'letter', '--rotation', 'ifvalid', ...photos, '-o', pdf]);
  const [freeSwitch] = serverLines;
  if (freeSwitch !== undefined) await rasterise(freeSwitch, resolution, pdf, tiff);
  return pagesInTiff(await libtiffG4(place), tiff);
};

const byImageMagick: Way = (readables, resolution, work) =>
  inParallel(readables, TWO_AT_ONCE, async ({ photo }) => {
    const { widthPels, scanLines } = pageGeometry(resolution);
    const how = ['-auto-orient', '-colorspace', 'Gray', '-resize', `${widthPels}x${scanLines}!`, '-threshold', '50%'];
    const { stdout } = await mustRun(imageMagick, [photo, ...how, 'pbm:-']);
    return readPbm(stdout);
  }).finally(() => work);

const bySharp: Way = (readables, resolution, work, place) =>
  inParallel(readables, 1, async ({ photo }, index) => {
    const { widthPels: width, scanLines: height } = pageGeometry(resolution);
    const tiff = join(work, `sharp-${index}.tif`);
    await sharpFax(loadSharp(place), photo, width, height, tiff);
    const [page] = await pagesInTiff(await libtiffG4(place), tiff);
    if (page === undefined) throw new Error('sharp wrote no page.');
    return page;
  });

async function accuracies(pages: readonly FaxBitmap[], texts: readonly string[], resolution: Resolution, work: string) {
  return inParallel(pages, TWO_AT_ONCE, async (page, index) => {
    const read = await readText(upright(page, resolution), join(work, `read-${index}.pbm`));
    return characterAccuracy(read, texts[index] ?? '');
  });
}

const summary = (values: readonly number[]): string => `${percent(mean(values))} / ${percent(Math.min(...values))}`;

/** Small print from shaded photos, as a machine reads what comes out of the fax: ours, and other ways there. */
export const benchOcr: Bench = async (place, work) => {
  const { readables } = await samplesFor(place);
  const texts = readables.map(({ text }) => text);
  const few = readables.slice(0, 2);
  const figures: Figure[] = [];
  for (const resolution of ['fine', 'standard'] as const) {
    const values = await accuracies(await ours(readables, resolution, work, place), texts, resolution, work);
    const reach = reaches[resolution];
    figures.push({
      what: `${resolution}, ${readables.length} photos, mean / worst`,
      ours: summary(values),
      reach: `≥ ${reach.mean * 100} / ${reach.worst * 100} %`,
      isReached: mean(values) >= reach.mean && Math.min(...values) >= reach.worst,
    });
    figures.push({ what: '  each', ours: values.map((value) => (value * 100).toFixed(2)).join(' ') });
    for (const [name, way] of Object.entries({
      'photo in a PDF (img2pdf, gs)': naive,
      ImageMagick: byImageMagick,
      sharp: bySharp,
    })) {
      const theirs = await accuracies(await way(few, resolution, work, place), texts, resolution, work);
      figures.push({
        what: `  first ${few.length}: ${name}`,
        ours: summary(values.slice(0, few.length)),
        peer: summary(theirs),
      });
    }
  }
  return figures;
};

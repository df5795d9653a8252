import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pageGeometry } from '../../app/fax/geometry';
import { inParallel, mustRun } from './command';
import { render, type Rendered } from './faksla';
import { imageMagick, loadSharp } from './peers';
import type { Bench, Figure, Place } from './place';
import { copies, samplesFor } from './samples';
import { sharpFax } from './sharp-fax';
import { times } from './table';

const PAGES = 20;
/** The best of so many runs, of every program: what others do on the machine only ever adds. */
const RUNS = 3;
const page = pageGeometry('fine');

interface Speed {
  readonly msAPage: number;
  readonly bytesAPage: number;
}

interface OurSpeed extends Speed {
  readonly startMs: number;
  readonly pages: number;
  /** On all cores together; 0 where the system does not tell. */
  readonly processorMsAPage: number;
}

async function best<T>(work: () => Promise<T>, ms: (result: T) => number): Promise<T> {
  let least = await work();
  for (let run = 1; run < RUNS; run++) {
    const result = await work();
    if (ms(result) < ms(least)) least = result;
  }
  return least;
}

/** The app with one white pel to fax: all that is not making pages. */
async function emptyStart(place: Place, work: string): Promise<Rendered> {
  const pel = join(work, 'pel.png');
  await loadSharp(place)(Buffer.from([255]), { raw: { width: 1, height: 1, channels: 1 } })
    .png()
    .toFile(pel);
  return best(
    () => render(place, [pel], join(work, 'pel.pdf')),
    ({ ms }) => ms,
  );
}

async function ourSpeed(place: Place, files: readonly string[], work: string): Promise<OurSpeed> {
  const start = await emptyStart(place, work);
  const rendered = await best(
    () => render(place, files, join(work, 'ours.pdf')),
    ({ ms }: Rendered) => ms,
  );
  const pages = rendered.pages.length;
  return {
    startMs: start.ms,
    pages,
    msAPage: (rendered.ms - start.ms) / pages,
    processorMsAPage: ((rendered.processorMs ?? 0) - (start.processorMs ?? 0)) / pages,
    bytesAPage: rendered.bytes / pages,
  };
}

/** Times work that leaves a PDF or a TIFF of `pages` pages. */
async function theirSpeed(pages: number, result: string, work: () => Promise<unknown>): Promise<Speed> {
  const timed = async (): Promise<number> => {
    const startedAt = performance.now();
    await work();
    return performance.now() - startedAt;
  };
  const ms = await best(timed, (value) => value);
  return { msAPage: ms / pages, bytesAPage: statSync(result).size / pages };
}

const tiffNames = (files: readonly string[], work: string): string[] =>
  files.map((_, index) => join(work, `peer-${String(index).padStart(3, '0')}.tif`));

async function bySharp(place: Place, files: readonly string[], work: string): Promise<Speed> {
  const [sharp, tiffs, pdf] = [loadSharp(place), tiffNames(files, work), join(work, 'sharp.pdf')];
  return theirSpeed(files.length, pdf, async () => {
    await inParallel(files, cpus().length, (file, i) =>
      sharpFax(sharp, file, page.widthPels, page.scanLines, tiffs[i] ?? ''),
    );
    await mustRun('img2pdf', [...tiffs, '-o', pdf]);
  });
}

/** ImageMagick is slow: four files tell enough. */
async function byImageMagick(all: readonly string[], work: string): Promise<Speed> {
  const files = all.slice(0, 4);
  const [tiffs, pdf] = [tiffNames(files, work), join(work, 'magick.pdf')];
  const how = [
    '-auto-orient',
    '-colorspace',
    'Gray',
    '-resize',
    `${page.widthPels}x${page.scanLines}!`,
    '-threshold',
    '50%',
  ];
  return theirSpeed(files.length, pdf, async () => {
    await inParallel(files, cpus().length, (file, i) =>
      mustRun(imageMagick, [file, ...how, '-compress', 'Group4', tiffs[i] ?? '']),
    );
    await mustRun('img2pdf', [...tiffs, '-o', pdf]);
  });
}

async function byPoppler(pdf: string, pages: number, work: string): Promise<Speed> {
  const tiff = join(work, 'poppler.tif');
  return theirSpeed(pages, tiff, async () => {
    await mustRun('pdftoppm', ['-mono', '-tiff', '-rx', '204', '-ry', '196', pdf, join(work, 'poppler')]);
    await mustRun('sh', ['-c', `tiffcp -c g4 "${work}"/poppler-*.tif "${tiff}"`]);
  });
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const kilobytes = (value: number): string => `${(value / 1000).toFixed(1)} KB`;

function timeFigure(ours: Speed, mostMs: number): Figure {
  return { what: 'a page', ours: ms(ours.msAPage), reach: `≤ ${mostMs} ms`, isReached: ours.msAPage <= mostMs };
}

/** `atLeast`: how many times as fast as the peer we are to be. */
function against(name: string, ours: Speed, theirs: Speed, atLeast?: number): Figure[] {
  const ratio = theirs.msAPage / ours.msAPage;
  return [
    {
      what: `against ${name}`,
      ours: ms(ours.msAPage),
      peer: ms(theirs.msAPage),
      ratio: `${times(ratio)} as fast`,
      ...(atLeast !== undefined && { reach: `≥ ${atLeast} ×`, isReached: ratio >= atLeast }),
    },
    {
      what: '  bytes a page',
      ours: kilobytes(ours.bytesAPage),
      peer: kilobytes(theirs.bytesAPage),
      ratio: times(ours.bytesAPage / theirs.bytesAPage),
    },
  ];
}

const lastFigures = ({ startMs, processorMsAPage }: OurSpeed): Figure[] => [
  { what: 'processor time a page', ours: ms(processorMsAPage) },
  { what: 'start and end of the program, left out', ours: ms(startMs) },
];

export const benchPhotos: Bench = async (place, work) => {
  const files = copies((await samplesFor(place)).photos, PAGES, join(work, 'files'));
  const ours = await ourSpeed(place, files, work);
  const size = {
    what: 'bytes a page',
    ours: kilobytes(ours.bytesAPage),
    reach: '≤ 62 KB',
    isReached: ours.bytesAPage <= 62_000,
  };
  return [
    timeFigure(ours, 50),
    size,
    ...against('sharp ccittfax4, img2pdf', ours, await bySharp(place, files, work), 6),
    ...against('ImageMagick, img2pdf', ours, await byImageMagick(files, work)),
    ...lastFigures(ours),
  ];
};

export const benchScans: Bench = async (place, work) => {
  const files = copies((await samplesFor(place)).scans, PAGES, join(work, 'files'));
  const ours = await ourSpeed(place, files, work);
  return [
    timeFigure(ours, 35),
    ...against('sharp ccittfax4, img2pdf', ours, await bySharp(place, files, work)),
    ...against('ImageMagick, img2pdf', ours, await byImageMagick(files, work)),
    ...lastFigures(ours),
  ];
};

/** A PDF's pages against poppler's. */
async function pdfFigures(place: Place, pdf: string, work: string, mostMs?: number): Promise<Figure[]> {
  const ours = await ourSpeed(place, [pdf], work);
  return [
    { what: 'pages', ours: `${ours.pages}` },
    ...(mostMs === undefined ? [] : [timeFigure(ours, mostMs)]),
    ...against('pdftoppm, tiffcp -c g4', ours, await byPoppler(pdf, ours.pages, work), 1),
    ...lastFigures(ours),
  ];
}

export const benchOffice: Bench = async (place, work) => {
  const [pdf] = (await samplesFor(place)).office;
  return pdf === undefined ? [] : pdfFigures(place, pdf, work, 25);
};

/** A4 at 300 dpi, in colour, as office scanners make it. */
const SCAN = { width: 2480, height: 3508, fit: 'fill' } as const;

/** So many scans as JPEGs in one PDF. */
async function scannedPdf(place: Place, work: string): Promise<string> {
  const pngs = copies((await samplesFor(place)).scans, PAGES, join(work, 'files'));
  const sharp = loadSharp(place);
  const jpegs = pngs.map((png) => png.replace(/\.png$/, '.jpg'));
  await inParallel(pngs, cpus().length, (png, i) =>
    sharp(png)
      .resize(SCAN)
      .toColourspace('srgb')
      .jpeg({ quality: 85 })
      .toFile(jpegs[i] ?? ''),
  );
  const pdf = join(work, 'scans.pdf');
  await mustRun('img2pdf', ['--pagesize', 'A4', ...jpegs, '-o', pdf]);
  return pdf;
}

export const benchScannedPdf: Bench = async (place, work) => pdfFigures(place, await scannedPdf(place, work), work);

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaxBitmap } from '../../app/fax/bitmap';
import type { Resolution } from '../../app/fax/profile';
import { doubled, likeness, pagesInPdf, pagesInTiff, readPbm } from './bits';
import { mustRun } from './command';
import { render } from './faksla';
import { libtiffG4 } from './peers';
import type { Bench, Figure } from './place';
import { samplesFor } from './samples';
import { serverLines, type ServerLine } from './server-lines';

const NEEDED = 10;

export async function rasterise(line: ServerLine, resolution: Resolution, pdf: string, tiff: string): Promise<void> {
  const args = line.args(resolution).map((arg) => arg.replace('TIFF', tiff).replace('PDF', pdf));
  await mustRun('gs', args, line.isPiped === true ? { input: readFileSync(pdf) } : {});
}

/** 1 where every page came out as it was sent; lines printed twice where the server knows only fine pages count as sent. */
function worstLikeness(sent: readonly FaxBitmap[], received: readonly FaxBitmap[]): number {
  return Math.min(
    ...sent.map((page, index) => {
      const got = received[index];
      if (got === undefined) return 0;
      return likeness(got.scanLines > page.scanLines * 1.5 ? doubled(page) : page, got);
    }),
  );
}

async function byPoppler(pdf: string, resolution: Resolution, work: string): Promise<FaxBitmap[]> {
  const prefix = `poppler-${resolution}`;
  const lines = resolution === 'fine' ? '196' : '98';
  await mustRun('pdftoppm', ['-mono', '-rx', '204', '-ry', lines, pdf, join(work, prefix)]);
  const files = readdirSync(work)
    .filter((name) => name.startsWith(prefix))
    .sort();
  return files.map((name) => readPbm(readFileSync(join(work, name))));
}

/** Our PDF through other people's fax servers: do our bits come out? */
export const benchServers: Bench = async (place, work) => {
  const libtiff = await libtiffG4(place);
  const samples = await samplesFor(place);
  const files = [samples.scans[0], samples.photos[0], samples.readables[0]?.photo].filter((file) => file !== undefined);
  const figures: Figure[] = [];
  for (const resolution of ['fine', 'standard'] as const) {
    const { pdf } = await render(place, files, join(work, `${resolution}.pdf`), { resolution });
    const sent = await pagesInPdf(pdf);
    let exact = 0;
    for (const line of serverLines) {
      const tiff = join(work, 'server.tif');
      await rasterise(line, resolution, pdf, tiff);
      const alike = worstLikeness(sent, await pagesInTiff(libtiff, tiff));
      if (alike === 1) exact++;
      figures.push({
        what: `${resolution}: ${line.from}`,
        ours: alike === 1 ? 'bit-exact' : `${(alike * 100).toFixed(1)} % alike`,
      });
    }
    const alike = worstLikeness(sent, await byPoppler(pdf, resolution, work));
    figures.push(
      {
        what: `${resolution}: poppler`,
        ours: alike === 1 ? 'bit-exact' : `${(alike * 100).toFixed(1)} % alike`,
        reach: 'bit-exact',
        isReached: alike === 1,
      },
      {
        what: `${resolution}: servers bit-exact`,
        ours: `${exact} of ${serverLines.length}`,
        reach: `≥ ${NEEDED}`,
        isReached: exact >= NEEDED,
      },
    );
  }
  return figures;
};

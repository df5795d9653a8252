import { join } from 'node:path';
import { blankBitmap, rowBytes, type FaxBitmap } from '../../app/fax/bitmap';
import { pageGeometry } from '../../app/fax/geometry';
import { placeOnPage } from '../../app/fax/placement';
import type { Mode, Resolution } from '../../app/fax/profile';
import { doubled, isBlack, pagesInPdf } from './bits';
import { drawMixed, sheet, STEPS, stepBox } from './drawn/mixed';
import { render } from './faksla';
import { characterAccuracy, readText } from './ocr';
import { loadSharp } from './peers';
import type { Bench, Figure } from './place';
import { percent } from './table';

const DENSITY = 250;
const NEEDED_GREYS = 16;
/** Two steps differ to the eye when so much more of one is black. */
const VISIBLE_DIFFERENCE = 0.015;
const LEGIBLE = { fine: 0.993, standard: 0.986 } as const;

/** The sheet's points to the page's pels, as the app places the picture. */
function scaleOnPage(resolution: Resolution): (x: number, y: number) => readonly [number, number] {
  const size = { widthPx: (sheet.width / 72) * DENSITY, heightPx: (sheet.height / 72) * DENSITY };
  const { left, top, widthPels, scanLines } = placeOnPage(size, pageGeometry(resolution));
  return (x, y) => [left + (x / sheet.width) * widthPels, top + (y / sheet.height) * scanLines];
}

/** How much of each step is black; a fifth is left out at its edges. */
function stepBlackness(page: FaxBitmap, resolution: Resolution): number[] {
  const scale = scaleOnPage(resolution);
  return Array.from({ length: STEPS }, (_, step) => {
    const { x, y, width, height } = stepBox(step);
    const [left, top] = scale(x + width / 5, y + height / 5).map(Math.round) as [number, number];
    const [right, bottom] = scale(x + (width * 4) / 5, y + (height * 4) / 5).map(Math.round) as [number, number];
    let black = 0;
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++) if (isBlack(page, column, row)) black++;
    return black / ((right - left) * (bottom - top));
  });
}

/** Steps, from black to white, each visibly lighter than the last one counted. */
function distinguishable(blackness: readonly number[]): number {
  let count = 1;
  let last = blackness[0] ?? 0;
  for (const value of blackness.slice(1)) {
    if (last - value < VISIBLE_DIFFERENCE) continue;
    count++;
    last = value;
  }
  return count;
}

/** The part of the page above the picture. */
function textPart(page: FaxBitmap, resolution: Resolution): FaxBitmap {
  const scanLines = Math.round(scaleOnPage(resolution)(0, 350)[1]);
  return { ...page, scanLines, rows: page.rows.subarray(0, rowBytes(page.widthPels) * scanLines) };
}

function greysFigure(page: FaxBitmap, resolution: Resolution, mode: Mode): Figure {
  const greys = distinguishable(stepBlackness(page, resolution));
  const reach = { reach: `≥ ${NEEDED_GREYS}`, isReached: greys >= NEEDED_GREYS };
  return { what: `${resolution}, ${mode}: greys of ${STEPS}`, ours: `${greys}`, ...(mode === 'auto' && reach) };
}

async function textFigure(page: FaxBitmap, resolution: Resolution, text: string, file: string): Promise<Figure> {
  const part = textPart(page, resolution);
  const read = await readText(resolution === 'fine' ? part : doubled(part), file);
  const accuracy = characterAccuracy(read, text);
  return {
    what: `${resolution}, auto: small print read`,
    ours: percent(accuracy),
    reach: `≥ ${LEGIBLE[resolution] * 100} %`,
    isReached: accuracy >= LEGIBLE[resolution],
  };
}

/** A page with small print and a picture: are both there after it was faxed? */
export const benchGreys: Bench = async (place, work) => {
  const { svg, text } = drawMixed();
  const file = join(work, 'mixed.png');
  await loadSharp(place)(Buffer.from(svg), { density: DENSITY }).png().toFile(file);
  const figures: Figure[] = [];
  for (const resolution of ['fine', 'standard'] as const) {
    for (const mode of ['auto', 'photo', 'text'] as readonly Mode[]) {
      const { pdf } = await render(place, [file], join(work, `${resolution}-${mode}.pdf`), { resolution, mode });
      const [page = blankBitmap(1, 1)] = await pagesInPdf(pdf);
      figures.push(greysFigure(page, resolution, mode));
      if (mode === 'auto') figures.push(await textFigure(page, resolution, text, join(work, 'text.pbm')));
    }
  }
  return figures;
};

import type { GreyImage } from '../../../app/fax/grey';
import { fail, ok } from '../../../app/result';
import { decodeText, layOutText, MOST_CHARACTERS, type TextDecoders } from '../../../app/source/text-layout';
import { greyFromRgba } from './grey-pixels';
import { MOST_PAGES, type OpenSource } from './source';

/** The page text is set on, in points: what the universal fax page holds without being shrunk. */
const PAGE = { widthPx: 595, heightPx: 792 };
const MARGIN = 54;
const FONT_SIZE = 11;
const LINE_HEIGHT = 15;
const FONT = `${FONT_SIZE}px "Liberation Sans", Arial, Helvetica, "DejaVu Sans", sans-serif`;
const LINES_A_PAGE = Math.floor((PAGE.heightPx - 2 * MARGIN) / LINE_HEIGHT);

const UPRIGHT = 1;

const decoders: TextDecoders = {
  utf8: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  utf16: (bytes, littleEndian) => new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be').decode(bytes),
  windows1254: (bytes) => new TextDecoder('windows-1254').decode(bytes),
};

/** Plain text, set in 11 points on as many pages as it takes. */
export const openText: OpenSource = ({ bytes, name }) => {
  const text = decodeText(bytes, decoders);
  if (text.trim() === '') return fail({ kind: 'fileEmpty', name });
  const tooMany = fail({ kind: 'tooManyPages', name, limit: MOST_PAGES });
  if (text.length > MOST_CHARACTERS) return tooMany;
  const context = contextOf(1, 1);
  const pages = layOutText(text, PAGE.widthPx - 2 * MARGIN, LINES_A_PAGE, (part) => context.measureText(part).width);
  if (pages.length > MOST_PAGES) return tooMany;
  return ok({
    pageCount: pages.length,
    decodePage: (sourcePage, fit) => {
      const { widthPx, heightPx } = fit(PAGE);
      const grey = draw(pages[sourcePage - 1] ?? [], widthPx, heightPx);
      return Promise.resolve(ok({ grey, orientation: UPRIGHT, nature: 'print' as const, size: PAGE }));
    },
  });
};

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas can be had in this worker.');
  context.font = FONT;
  return context;
}

function draw(lines: readonly string[], width: number, height: number): GreyImage {
  const context = contextOf(width, height);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.scale(width / PAGE.widthPx, height / PAGE.heightPx);
  context.fillStyle = '#000';
  context.font = FONT;
  lines.forEach((line, index) => context.fillText(line, MARGIN, MARGIN + FONT_SIZE + index * LINE_HEIGHT));
  const pixels = new Uint8Array(width * height);
  greyFromRgba(context.getImageData(0, 0, width, height).data, 'rgba', pixels);
  return { width, height, pixels };
}

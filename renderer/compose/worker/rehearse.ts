import type { Kernels } from '../../../app/fax/kernels/kernels';
import type { OpenSource } from './source';
import { fitThumbnail, makeThumbnail } from './make-page';

const WIDTH_PX = 1240;
const HEIGHT_PX = 1754;

/** What runs often is compiled well by then. */
const TIMES = 3;

/**
 * Makes the small picture of a page that nobody sees, so that the first one somebody waits for is made by code that is
 * compiled already.
 */
export async function rehearse(openImage: OpenSource, kernels: Kernels): Promise<void> {
  const bytes = await drawLetter();
  for (let time = 0; time < TIMES; time++) {
    const source = await openImage({ bytes, name: 'rehearsal.png' });
    const page = source.ok ? await source.value.decodePage(1, fitThumbnail(0), 'fax') : source;
    if (page.ok) makeThumbnail(page.value, { rotation: 0 }, kernels);
  }
}

/** A sheet with lines that are as those of text, as a PNG. */
async function drawLetter(): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(WIDTH_PX, HEIGHT_PX);
  const context = canvas.getContext('2d', { alpha: false });
  if (context !== null) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
    context.fillStyle = '#000';
    for (let y = 120; y < HEIGHT_PX - 120; y += 36) {
      for (let x = 120; x < WIDTH_PX - 120; x += 9 + ((x * y) % 7)) context.fillRect(x, y, 5, 18);
    }
  }
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

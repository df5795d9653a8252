import type { FaxBitmap } from '../../../app/fax/bitmap';
import { squash } from '../../../app/fax/squash';
import { decodeT6 } from '../../../app/fax/t6/decode';
import { reducedRgbaOf, rgbaOf } from '../../../app/fax/page-colours';
import type { PaintCalls, PaintOptions } from './protocol';
import { serve } from './serve';

function imageOf(bitmap: FaxBitmap, { reduced }: PaintOptions): ImageData {
  if (reduced === null) return new ImageData(rgbaOf(bitmap), bitmap.widthPels, bitmap.scanLines);
  const { widthPx, heightPx } = reduced;
  return new ImageData(reducedRgbaOf(bitmap, widthPx, heightPx), widthPx, heightPx);
}

/** A worker of its own, so that the page looked at never waits for those being made. It paints what the PDF holds: the very T.6. */
serve<PaintCalls>(self, {
  paint: async ({ page: { t6, widthPels, scanLines }, options }) => {
    const bitmap = decodeT6(t6, widthPels, scanLines);
    const painted = await createImageBitmap(imageOf(options.squashed ? squash(bitmap) : bitmap, options));
    return { answer: painted, transfer: [painted] };
  },
});

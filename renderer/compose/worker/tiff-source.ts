import type { PixelSize } from '../../../app/fax/placement';
import { fail, ok, type Result } from '../../../app/result';
import { decodeTiffPage, type TiffPorts } from '../../../app/source/tiff/decode-page';
import type { TiffPage } from '../../../app/source/tiff/page';
import { readTiff } from '../../../app/source/tiff/tiff';
import { TiffDamagedError } from '../../../app/source/tiff/tiff-damaged-error';
import { MOST_PAGES, natureOfBlackAndWhite, type DecodedPage, type OpenSource } from './source';

/** TIFFs of one page or many, faxes among them. */
export const tiffOpener =
  (ports: TiffPorts): OpenSource =>
  ({ bytes, name }) => {
    const pages = readTiff(bytes, name, MOST_PAGES);
    if (!pages.ok) return pages;
    return ok({
      pageCount: pages.value.length,
      decodePage: (sourcePage) => decodePage(bytes, name, pages.value[sourcePage - 1], ports),
    });
  };

async function decodePage(
  bytes: Uint8Array,
  name: string,
  page: TiffPage | undefined,
  ports: TiffPorts,
): Promise<Result<DecodedPage>> {
  if (page === undefined) return fail({ kind: 'documentDamaged', name });
  const { orientation, isBilevel, pitch } = page;
  try {
    const grey = await decodeTiffPage(bytes, page, ports);
    const nature = isBilevel ? natureOfBlackAndWhite(pitch) : 'picture';
    return ok({ grey, orientation, nature, size: squareSize(page), pitch });
  } catch (error) {
    if (isDamage(error)) return fail({ kind: 'documentDamaged', name });
    throw error;
  }
}

/** What `inflate` and the browser's decoder reject with, and our own. */
const isDamage = (error: unknown): boolean =>
  error instanceof TiffDamagedError || error instanceof DOMException || error instanceof TypeError;

/** The size in square units: a fax's lines may be twice as far apart as its pels. */
const squareSize = ({ widthPx, heightPx, pitch }: TiffPage): PixelSize => ({
  widthPx,
  heightPx: (heightPx * pitch.across) / pitch.down,
});

import { hasFaxPitch, type Pitch } from '../../../app/fax/as-it-is';
import { POINTS_PER_INCH } from '../../../app/fax/geometry';
import type { Kernels } from '../../../app/fax/kernels/kernels';
import { plainKernels } from '../../../app/fax/kernels/plain/plain-kernels';
import type { PixelSize } from '../../../app/fax/placement';
import { fail, ok, type Result } from '../../../app/result';
import { uprightSize } from '../../../app/source/orientation';
import { held } from './held';
import { decodeByKernels } from './image-decoder';
import { type OpenPdf, PdfDamagedError, type PdfDocument, PdfLockedError, type PdfPage, type PdfParts } from './pdfium';
import { PdfTooHeavyError } from './pdfium-calls';
import type { Keep } from './pdfium-draw';
import type { BilevelPicture, JpegPicture } from './pdfium-picture';
import {
  isSquare,
  MOST_PAGES,
  natureOfBlackAndWhite,
  type DecodedPage,
  type FileBytes,
  type Fit,
  type Purpose,
  type Source,
} from './source';

const UPRIGHT = 1;

export type OpenPdfSource = (file: PdfFile) => Promise<Result<Source>>;

/** A PDF, of which not all bytes may be at hand. */
export type PdfFile = Omit<FileBytes, 'bytes'> & { readonly bytes: Uint8Array | PdfParts };

/** PDFs: scans as the pictures they are, other pages drawn at the very size they are wanted. `load` is called for the first one. */
export function pdfOpener(load: () => Promise<OpenPdf>, kernels: Kernels = plainKernels): OpenPdfSource {
  let loaded: Promise<OpenPdf> | null = null;
  return async (file) => {
    const open = await (loaded ??= load());
    return sourceOf(file, open, kernels);
  };
}

function sourceOf({ bytes, name, password }: PdfFile, open: OpenPdf, kernels: Kernels): Result<Source> {
  return orDamaged(name, password, () => {
    const document = open(bytes, password ?? '');
    if (document.pageCount <= MOST_PAGES && document.pageCount > 0) return ok(pagesOf(document, name, kernels));
    document.close();
    if (document.pageCount === 0) return fail({ kind: 'documentDamaged', name });
    return fail({ kind: 'tooManyPages', name, limit: MOST_PAGES });
  });
}

const pagesOf = (document: PdfDocument, name: string, kernels: Kernels): Source => ({
  pageCount: document.pageCount,
  decodePage: (sourcePage, fit, purpose) =>
    Promise.resolve(orDamaged(name, undefined, () => ok(decode(document, sourcePage - 1, fit, purpose, kernels)))),
  close: () => document.close(),
});

function decode(document: PdfDocument, index: number, fit: Fit, purpose: Purpose, kernels: Kernels): DecodedPage {
  const size = document.pageSize(index);
  const keep: Keep = (pixels) => held(pixels, kernels);
  return document.withPage(
    index,
    (page) =>
      scanned(page, size, purpose, kernels) ??
      (purpose === 'fax' ? framed(page, size, keep) : null) ??
      drawn(page, size, fit, keep),
  );
}

function drawn(page: PdfPage, size: PixelSize, fit: Fit, keep: Keep): DecodedPage {
  const { widthPx, heightPx } = fit(size);
  const grey = page.render(widthPx, heightPx, keep);
  return { grey, orientation: UPRIGHT, nature: 'print', size };
}

/** A photo or a scan that a program printed is one still. */
function framed(page: PdfPage, size: PixelSize, keep: Keep): DecodedPage | null {
  const photograph = page.photograph(size, keep);
  if (photograph === null) return null;
  const { grey, frame } = photograph;
  return { grey, orientation: UPRIGHT, nature: 'picture', on: { page: size, frame } };
}

/** A page that is one picture is that picture, as if its file had been added. */
function scanned(page: PdfPage, shown: PixelSize, purpose: Purpose, kernels: Kernels): DecodedPage | null {
  return page.withPicture((picture) => {
    const { width, height, orientation } = picture;
    const size = uprightSize(shown, orientation);
    const pitch = {
      across: (width / size.widthPx) * POINTS_PER_INCH,
      down: (height / size.heightPx) * POINTS_PER_INCH,
    };
    return picture.kind === 'jpeg' ? photographed(picture, pitch, kernels) : dotted(picture, pitch, purpose, kernels);
  });
}

function photographed(picture: JpegPicture, pitch: Pitch, kernels: Kernels): DecodedPage | null {
  const { coded, width, height, orientation } = picture;
  if (!isSquare(pitch)) return null;
  const grey = decodeByKernels(coded, 'jpeg', kernels);
  if (grey === null || grey.width !== width || grey.height !== height) return null;
  return { grey, orientation, nature: 'picture', pitch };
}

/** Those of four sheets of A4, one below the other, as a fax: longer ones are drawn. */
const MOST_DOTS = 20_000_000;

/** A page that came as a fax keeps its dots; a scan's are looked at as they are drawn. */
function dotted(picture: BilevelPicture, pitch: Pitch, purpose: Purpose, kernels: Kernels): DecodedPage | null {
  const { width, height, orientation, decode } = picture;
  const nature = natureOfBlackAndWhite(pitch);
  const isWanted = nature === 'bilevel' ? hasFaxPitch(pitch) : purpose === 'fax';
  if (!isWanted || width * height > MOST_DOTS) return null;
  kernels.begin(width * height);
  const pixels = kernels.room(width * height);
  const size = { widthPx: width, heightPx: (height * pitch.across) / pitch.down };
  return decode(pixels) ? { grey: { width, height, pixels }, orientation, nature, size, pitch } : null;
}

function orDamaged<T>(name: string, password: string | undefined, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof PdfDamagedError) return fail({ kind: 'documentDamaged', name });
    if (error instanceof PdfTooHeavyError) return fail({ kind: 'documentTooHeavy', name });
    if (error instanceof PdfLockedError)
      return fail({ kind: password === undefined ? 'passwordNeeded' : 'passwordWrong', name });
    throw error;
  }
}

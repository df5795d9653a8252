import type { Kernels } from '../../../app/fax/kernels/kernels';
import { plainKernels } from '../../../app/fax/kernels/plain/plain-kernels';
import { fail, ok, type Result } from '../../../app/result';
import { held } from './held';
import { type OpenPdf, PdfDamagedError, type PdfDocument, PdfLockedError, type PdfParts } from './pdfium';
import { MOST_PAGES, type DecodedPage, type FileBytes, type Fit, type Source } from './source';

const UPRIGHT = 1;

export type OpenPdfSource = (file: PdfFile) => Promise<Result<Source>>;

/** A PDF, of which not all bytes may be at hand. */
export type PdfFile = Omit<FileBytes, 'bytes'> & { readonly bytes: Uint8Array | PdfParts };

/** PDFs, their pages drawn at the very size they are wanted. `load` is called for the first one. */
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
  decodePage: (sourcePage, fit) =>
    Promise.resolve(orDamaged(name, undefined, () => ok(draw(document, sourcePage - 1, fit, kernels)))),
  close: () => document.close(),
});

function draw(document: PdfDocument, index: number, fit: Fit, kernels: Kernels): DecodedPage {
  const size = document.pageSize(index);
  const { widthPx, heightPx } = fit(size);
  const grey = document.render(index, widthPx, heightPx, (pixels) => held(pixels, kernels));
  return { grey, orientation: UPRIGHT, nature: 'print', size };
}

function orDamaged<T>(name: string, password: string | undefined, work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof PdfDamagedError) return fail({ kind: 'documentDamaged', name });
    if (error instanceof PdfLockedError)
      return fail({ kind: password === undefined ? 'passwordNeeded' : 'passwordWrong', name });
    throw error;
  }
}

import { fail, ok, type Result } from '../../../app/result';
import { type OpenPdf, PdfDamagedError, type PdfDocument, PdfLockedError } from './pdfium';
import { MOST_PAGES, type DecodedPage, type FileBytes, type Fit, type OpenSource, type Source } from './source';

const UPRIGHT = 1;

/** PDFs, their pages drawn at the very size they are wanted. `load` is called for the first one. */
export function pdfOpener(load: () => Promise<OpenPdf>): OpenSource {
  let loaded: Promise<OpenPdf> | null = null;
  return async (file) => {
    const open = await (loaded ??= load());
    return sourceOf(file, open);
  };
}

function sourceOf({ bytes, name, password }: FileBytes, open: OpenPdf): Result<Source> {
  return orDamaged(name, password, () => {
    const document = open(bytes, password ?? '');
    if (document.pageCount <= MOST_PAGES && document.pageCount > 0) return ok(pagesOf(document, name));
    document.close();
    if (document.pageCount === 0) return fail({ kind: 'documentDamaged', name });
    return fail({ kind: 'tooManyPages', name, limit: MOST_PAGES });
  });
}

const pagesOf = (document: PdfDocument, name: string): Source => ({
  pageCount: document.pageCount,
  decodePage: (sourcePage, fit) =>
    Promise.resolve(orDamaged(name, undefined, () => ok(draw(document, sourcePage - 1, fit)))),
  close: () => document.close(),
});

function draw(document: PdfDocument, index: number, fit: Fit): DecodedPage {
  const size = document.pageSize(index);
  const { widthPx, heightPx } = fit(size);
  return { grey: document.render(index, widthPx, heightPx), orientation: UPRIGHT, nature: 'print', size };
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

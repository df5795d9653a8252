import address from '@embedpdf/pdfium/pdfium.wasm?url';
import type { GreyImage } from '../../../app/fax/grey';
import type { PixelSize } from '../../../app/fax/placement';
import type { Frame } from '../../../app/fax/frame';
import { photographOf } from '../../../app/source/pdf-photograph';
import { pictureChanges } from '../../../app/source/pdf-picture';
import { dictionaryFinder } from '../../../app/source/pdf-streams';
import { boundMemory } from './bound-memory';
import { floatsOf, takeRoom, type Pdfium, type PdfiumCalls, type PdfiumMemory } from './pdfium-calls';
import { draw, WHOLE, type Keep } from './pdfium-draw';
import { picturesOn } from './pdfium-photograph';
import { withPicture, type PagePicture } from './pdfium-picture';

/** Emscripten's `Module.instantiateWasm`: answers the exports, as `started` does. */
type Instantiate = (
  imports: WebAssembly.Imports,
  started: (instance: WebAssembly.Instance) => WebAssembly.Exports,
) => WebAssembly.Exports;

/** `FPDF_ERR_PASSWORD` */
const WRONG_PASSWORD = 4;

/** For the file and all that is unpacked of it: a few hundred bytes can ask for all of a machine's. PDFium then ends, and its worker with it. */
const MOST_BYTES = 512 << 20;

/** PDFium could not open a document, or not this page of it. */
export class PdfDamagedError extends Error {
  override readonly name = 'PdfDamagedError';
}

/** PDFium wants a password, or another one. */
export class PdfLockedError extends Error {
  override readonly name = 'PdfLockedError';
}

/** A PDF that PDFium has open. */
export interface PdfDocument {
  readonly pageCount: number;
  /** In points (1/72 inch), the crop box turned as /Rotate says. `index` counts from 0. */
  pageSize(index: number): PixelSize;
  /**
   * What `work` makes of a page, which is closed after.
   * @throws PdfDamagedError where it can't be opened
   */
  withPage<T>(index: number, work: (page: PdfPage) => T): T;
  close(): void;
}

/** A page that PDFium has open. */
export interface PdfPage {
  /**
   * The page in grey on white, stretched to `width` × `height`.
   * @throws PdfTooHeavyError
   */
  render(width: number, height: number, keep: Keep): GreyImage;
  /**
   * The photograph that is all there is to see on the page, about as dense as it is stored, and where it lies; `null` where there is none. `size`: the page's, in points.
   * @throws PdfTooHeavyError
   */
  photograph(size: PixelSize, keep: Keep): { readonly grey: GreyImage; readonly frame: Frame } | null;
  /** What `work` makes of the picture that is all there is to see on the page; `null` where there is more, or less. Its bytes are PDFium's. */
  withPicture<T>(work: (picture: PagePicture) => T): T | null;
}

/** A PDF of which not all bytes may be at hand. `read` answers so many, from byte `from` on, or `null`. */
export interface PdfParts {
  readonly total: number;
  /** All that is at hand. */
  readonly pieces: readonly Uint8Array[];
  read(from: number, length: number): Uint8Array | null;
}

/**
 * Opens a PDF. Where `read` answers `null` PDFium takes the document for damaged, at once or later, and may tell nobody.
 * @throws PdfLockedError, PdfDamagedError, PdfTooHeavyError
 */
export type OpenPdf = (source: Uint8Array | PdfParts, password: string) => PdfDocument;

/** Compiles PDFium: 4.6 MB of WASM, so only for the first PDF. */
export const compilePdfium = (): Promise<WebAssembly.Module> => WebAssembly.compileStreaming(fetch(address));

/** Starts a PDFium that was compiled. */
export async function startPdfium(compiled: Promise<WebAssembly.Module>): Promise<OpenPdf> {
  const { init } = await import('@embedpdf/pdfium');
  const program = await compiled;
  const instantiateWasm: Instantiate = (imports, started) => started(new WebAssembly.Instance(program, imports));
  const module = await init({ instantiateWasm });
  const memory = module.pdfium as unknown as PdfiumMemory;
  const wasRefused = boundMemory(memory.wasmExports.memory, MOST_BYTES);
  const pdfium = { memory, wasRefused, calls: module as unknown as PdfiumCalls };
  pdfium.calls.PDFiumExt_Init();
  const loadParts = partsLoader(pdfium);
  return (source, password) => {
    const loading = source instanceof Uint8Array ? loadBytes(pdfium, source) : loadParts(source);
    return openDocument(pdfium, loading, password);
  };
}

/** How PDFium gets at a document's bytes. */
interface Loading {
  /** Answers the document, 0 where it can't be opened. */
  load(password: string): number;
  /** What there is of its bytes. */
  pieces(): readonly Uint8Array[];
  free(): void;
}

function loadBytes({ calls, memory }: Pdfium, bytes: Uint8Array): Loading {
  const { length } = bytes;
  const at = takeRoom(memory, length);
  memory.HEAPU8.set(bytes, at);
  return {
    load: (password) => calls.FPDF_LoadMemDocument(at, length, password),
    pieces: () => [memory.HEAPU8.subarray(at, at + length)],
    free: () => memory.wasmExports.free(at),
  };
}

/** `FPDF_FILEACCESS`: the document's length, the function that reads, and what it is given first; 32 bits each. */
const FILE_ACCESS_BYTES = 12;

function partsLoader({ calls, memory }: Pdfium): (parts: PdfParts) => Loading {
  const { free } = memory.wasmExports;
  const opened = new Map<number, PdfParts>();
  const readBlock = (access = 0, from = 0, to = 0, length = 0): number => {
    const block = opened.get(access)?.read(from >>> 0, length >>> 0);
    if (!block) return 0;
    memory.HEAPU8.set(block, to);
    return 1;
  };
  let added: number | null = null;
  return (parts) => {
    added ??= memory.addFunction(readBlock, 'iiiii');
    const access = takeRoom(memory, FILE_ACCESS_BYTES);
    const words = new Uint32Array(memory.HEAPU8.buffer, access, FILE_ACCESS_BYTES / 4);
    words.set([parts.total, added, access]);
    opened.set(access, parts);
    return {
      load: (password) => calls.FPDF_LoadCustomDocument(access, password),
      pieces: () => parts.pieces,
      free() {
        opened.delete(access);
        free(access);
      },
    };
  };
}

function openDocument(pdfium: Pdfium, loading: Loading, password: string): PdfDocument {
  const { calls } = pdfium;
  const document = loading.load(password);
  if (document === 0) {
    loading.free();
    if (calls.FPDF_GetLastError() === WRONG_PASSWORD) throw new PdfLockedError('The PDF is locked by a password.');
    throw new PdfDamagedError('PDFium can’t open the PDF.');
  }
  const form = openForm(calls, document);
  const dictionaryOf = dictionaryFinder(() => loading.pieces());
  const looksAsStored = ({ kind, coded }: PagePicture): boolean => {
    const dictionary = dictionaryOf(coded);
    if (dictionary === null) return false;
    const { hides, recolours } = pictureChanges(dictionary);
    return !hides && (kind === 'bilevel' || !recolours);
  };
  const ofPage = (page: number): PdfPage => ({
    render: (width, height, keep) => draw(pdfium, page, form.handle, { width, height, frame: WHOLE }, keep),
    photograph(size, keep) {
      const photograph = photographOf(picturesOn(pdfium, page) ?? [], size);
      if (photograph === null) return null;
      const { widthPx: width, heightPx: height, frame } = photograph;
      return { grey: draw(pdfium, page, form.handle, { width, height, frame }, keep), frame };
    },
    withPicture: (work) => withPicture(pdfium, page, (picture) => (looksAsStored(picture) ? work(picture) : null)),
  });
  return {
    pageCount: calls.FPDF_GetPageCount(document),
    pageSize: (index) => sizeOf(pdfium, document, index),
    withPage(index, work) {
      const page = calls.FPDF_LoadPage(document, index);
      if (page === 0) throw new PdfDamagedError(`Page ${index + 1} can’t be opened.`);
      try {
        return work(ofPage(page));
      } finally {
        calls.FPDF_ClosePage(page);
      }
    },
    close() {
      form.close();
      calls.FPDF_CloseDocument(document);
      loading.free();
    },
  };
}

/** What draws the fields of a form; handle 0 where the document has none. No script of the document is ever run. */
function openForm(calls: PdfiumCalls, document: number): { handle: number; close(): void } {
  if (calls.FPDF_GetFormType(document) === 0) return { handle: 0, close: () => undefined };
  const info = calls.PDFiumExt_OpenFormFillInfo();
  const handle = calls.PDFiumExt_InitFormFillEnvironment(document, info);
  return {
    handle,
    close() {
      calls.PDFiumExt_ExitFormFillEnvironment(handle);
      calls.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}

function sizeOf(pdfium: Pdfium, document: number, index: number): PixelSize {
  const size = floatsOf(pdfium, 2, (at) => pdfium.calls.FPDF_GetPageSizeByIndexF(document, index, at));
  const [widthPx = 0, heightPx = 0] = size ?? [];
  if (widthPx > 0 && heightPx > 0 && Number.isFinite(widthPx * heightPx)) return { widthPx, heightPx };
  throw new PdfDamagedError(`Page ${index + 1} has no size.`);
}

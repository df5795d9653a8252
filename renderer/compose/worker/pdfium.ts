import address from '@embedpdf/pdfium/pdfium.wasm?url';
import type { GreyImage } from '../../../app/fax/grey';
import type { PixelSize } from '../../../app/fax/placement';
import { boundMemory, type GrowingMemory } from './bound-memory';

/** The functions of PDFium's C interface used here (`fpdfview.h`, `fpdf_formfill.h`); handles and pointers are numbers. */
interface PdfiumCalls {
  PDFiumExt_Init(): void;
  PDFiumExt_OpenFormFillInfo(): number;
  PDFiumExt_CloseFormFillInfo(info: number): void;
  PDFiumExt_InitFormFillEnvironment(document: number, info: number): number;
  PDFiumExt_ExitFormFillEnvironment(form: number): void;
  FPDF_LoadMemDocument(bytes: number, length: number, password: string): number;
  FPDF_LoadCustomDocument(access: number, password: string): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_GetFormType(document: number): number;
  FPDF_GetPageSizeByIndexF(document: number, index: number, size: number): boolean;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FORM_OnAfterLoadPage(page: number, form: number): void;
  FORM_OnBeforeClosePage(page: number, form: number): void;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, argb: number): boolean;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(bitmap: number, page: number, ...place: RenderPlace): void;
  FPDF_FFLDraw(form: number, bitmap: number, page: number, ...place: RenderPlace): void;
}

/** Left, top, width, height, quarter turns, flags. */
type RenderPlace = [number, number, number, number, number, number];

interface Memory {
  readonly HEAPU8: Uint8Array;
  /** Makes a function one that PDFium can call. `signature`: a letter for what it answers and for each of what it is given. */
  readonly addFunction: (called: (...given: number[]) => number, signature: string) => number;
  readonly wasmExports: {
    readonly memory: GrowingMemory;
    readonly malloc: (bytes: number) => number;
    readonly free: (at: number) => void;
  };
}

/** Emscripten's `Module.instantiateWasm`: answers the exports, as `started` does. */
type Instantiate = (
  imports: WebAssembly.Imports,
  started: (instance: WebAssembly.Instance) => WebAssembly.Exports,
) => WebAssembly.Exports;

/** `FPDFBitmap_Gray`: one byte a pixel. */
const GREY = 1;
const WHITE = 0xffffffff;
/** `FPDF_ANNOT`, `FPDF_GRAYSCALE` and `FPDF_PRINTING`: annotations as they print. */
const AS_PRINTED = 0x01 | 0x08 | 0x800;
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
  /** The page in grey on white, stretched to `width` × `height`. `keep` has to copy its pixels, which are PDFium's. */
  render(index: number, width: number, height: number, keep: (pixels: Uint8Array) => Uint8Array): GreyImage;
  close(): void;
}

/** A PDF of which not all bytes may be at hand. `read` answers so many, from byte `from` on, or `null`. */
export interface PdfParts {
  readonly total: number;
  read(from: number, length: number): Uint8Array | null;
}

/**
 * Opens a PDF. Where `read` answers `null` PDFium takes the document for damaged, at once or later, and may tell nobody.
 * @throws PdfLockedError, PdfDamagedError
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
  const memory = module.pdfium as unknown as Memory;
  boundMemory(memory.wasmExports.memory, MOST_BYTES);
  const calls = module as unknown as PdfiumCalls;
  calls.PDFiumExt_Init();
  const loadParts = partsLoader(calls, memory);
  return (source, password) => {
    const load = source instanceof Uint8Array ? loadBytes(calls, memory, source) : loadParts(source);
    return openDocument(calls, memory, load, password);
  };
}

/** How PDFium gets at a document's bytes. */
interface Loading {
  /** Answers the document, 0 where it can't be opened. */
  load(password: string): number;
  free(): void;
}

function loadBytes(calls: PdfiumCalls, memory: Memory, bytes: Uint8Array): Loading {
  const at = memory.wasmExports.malloc(bytes.length);
  memory.HEAPU8.set(bytes, at);
  return {
    load: (password) => calls.FPDF_LoadMemDocument(at, bytes.length, password),
    free: () => memory.wasmExports.free(at),
  };
}

/** `FPDF_FILEACCESS`: the document's length, the function that reads, and what it is given first; 32 bits each. */
const FILE_ACCESS_BYTES = 12;

function partsLoader(calls: PdfiumCalls, memory: Memory): (parts: PdfParts) => Loading {
  const { malloc, free } = memory.wasmExports;
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
    const access = malloc(FILE_ACCESS_BYTES);
    const words = new Uint32Array(memory.HEAPU8.buffer, access, FILE_ACCESS_BYTES / 4);
    words.set([parts.total, added, access]);
    opened.set(access, parts);
    return {
      load: (password) => calls.FPDF_LoadCustomDocument(access, password),
      free() {
        opened.delete(access);
        free(access);
      },
    };
  };
}

function openDocument(calls: PdfiumCalls, memory: Memory, loading: Loading, password: string): PdfDocument {
  const document = loading.load(password);
  if (document === 0) {
    loading.free();
    if (calls.FPDF_GetLastError() === WRONG_PASSWORD) throw new PdfLockedError('The PDF is locked by a password.');
    throw new PdfDamagedError('PDFium can’t open the PDF.');
  }
  const form = openForm(calls, document);
  return {
    pageCount: calls.FPDF_GetPageCount(document),
    pageSize: (index) => sizeOf(calls, memory, document, index),
    render: (index, width, height, keep) =>
      render(calls, memory, { document, form: form.handle }, index, width, height, keep),
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

/** Two 32-bit floats. */
const SIZE_BYTES = 8;

function sizeOf(calls: PdfiumCalls, memory: Memory, document: number, index: number): PixelSize {
  const at = memory.wasmExports.malloc(SIZE_BYTES);
  try {
    const known = calls.FPDF_GetPageSizeByIndexF(document, index, at);
    const size = new DataView(memory.HEAPU8.slice(at, at + SIZE_BYTES).buffer);
    const [widthPx, heightPx] = [size.getFloat32(0, true), size.getFloat32(4, true)];
    if (known && widthPx > 0 && heightPx > 0 && Number.isFinite(widthPx * heightPx)) return { widthPx, heightPx };
    throw new PdfDamagedError(`Page ${index + 1} has no size.`);
  } finally {
    memory.wasmExports.free(at);
  }
}

function render(
  calls: PdfiumCalls,
  memory: Memory,
  { document, form }: { document: number; form: number },
  index: number,
  width: number,
  height: number,
  keep: (pixels: Uint8Array) => Uint8Array,
): GreyImage {
  const page = calls.FPDF_LoadPage(document, index);
  if (page === 0) throw new PdfDamagedError(`Page ${index + 1} can’t be opened.`);
  const at = memory.wasmExports.malloc(width * height);
  const bitmap = calls.FPDFBitmap_CreateEx(width, height, GREY, at, width);
  const place: RenderPlace = [0, 0, width, height, 0, AS_PRINTED];
  try {
    calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    calls.FPDF_RenderPageBitmap(bitmap, page, ...place);
    if (form !== 0) drawFields(calls, form, bitmap, page, place);
    return { width, height, pixels: keep(memory.HEAPU8.subarray(at, at + width * height)) };
  } finally {
    calls.FPDFBitmap_Destroy(bitmap);
    memory.wasmExports.free(at);
    calls.FPDF_ClosePage(page);
  }
}

function drawFields(calls: PdfiumCalls, form: number, bitmap: number, page: number, place: RenderPlace): void {
  calls.FORM_OnAfterLoadPage(page, form);
  calls.FPDF_FFLDraw(form, bitmap, page, ...place);
  calls.FORM_OnBeforeClosePage(page, form);
}

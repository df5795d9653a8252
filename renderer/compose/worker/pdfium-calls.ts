import type { GrowingMemory } from './bound-memory';

/** The functions of PDFium's C interface used here (`fpdfview.h`, `fpdf_formfill.h`, `fpdf_edit.h`, `fpdf_annot.h`, `fpdf_transformpage.h`); handles and pointers are numbers. */
export interface PdfiumCalls {
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
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDFBitmap_GetWidth(bitmap: number): number;
  FPDFBitmap_GetHeight(bitmap: number): number;
  FPDFBitmap_GetFormat(bitmap: number): number;
  FPDFBitmap_GetBuffer(bitmap: number): number;
  FPDFBitmap_GetStride(bitmap: number): number;
  FPDF_RenderPageBitmap(bitmap: number, page: number, ...place: RenderPlace): void;
  FPDF_FFLDraw(form: number, bitmap: number, page: number, ...place: RenderPlace): void;
  FPDF_PageToDevice(page: number, ...placeAndPoint: [...DevicePlace, number, number, number, number]): boolean;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_HasTransparency(object: number): boolean;
  FPDFPageObj_GetFillColor(object: number, red: number, green: number, blue: number, opacity: number): boolean;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): boolean;
  FPDFPageObj_GetMatrix(object: number, matrix: number): boolean;
  FPDFPageObj_CountMarks(object: number): number;
  FPDFPageObj_GetMark(object: number, index: number): number;
  FPDFPageObjMark_GetName(mark: number, name: number, bytes: number, length: number): boolean;
  FPDFPageObj_GetClipPath(object: number): number;
  FPDFClipPath_CountPaths(clip: number): number;
  FPDFClipPath_CountPathSegments(clip: number, path: number): number;
  FPDFClipPath_GetPathSegment(clip: number, path: number, index: number): number;
  FPDFPathSegment_GetType(segment: number): number;
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): boolean;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): boolean;
  FPDFTextObj_GetTextRenderMode(text: number): number;
  FPDFImageObj_GetImageFilterCount(image: number): number;
  FPDFImageObj_GetImageFilter(image: number, index: number, name: number, bytes: number): number;
  FPDFImageObj_GetImagePixelSize(image: number, width: number, height: number): boolean;
  FPDFImageObj_GetImageMetadata(image: number, page: number, metadata: number): boolean;
  FPDFImageObj_GetBitmap(image: number): number;
  FPDFImageObj_GetImageDataRaw(image: number, data: number, bytes: number): number;
}

/** Left, top, width, height, quarter turns. */
type DevicePlace = [number, number, number, number, number];

/** A place, and flags. */
export type RenderPlace = [...DevicePlace, number];

/** `FPDFBitmap_Gray`: one byte a pixel. */
export const GREY_BITMAP = 1;

export interface PdfiumMemory {
  readonly HEAPU8: Uint8Array;
  /** Makes a function one that PDFium can call. `signature`: a letter for what it answers and for each of what it is given. */
  readonly addFunction: (called: (...given: number[]) => number, signature: string) => number;
  readonly wasmExports: {
    readonly memory: GrowingMemory;
    readonly malloc: (bytes: number) => number;
    readonly free: (at: number) => void;
  };
}

/** PDFium, started. */
export interface Pdfium {
  readonly calls: PdfiumCalls;
  readonly memory: PdfiumMemory;
  /** Whether it was refused memory since this was asked last (`boundMemory`). */
  readonly wasRefused: () => boolean;
}

/** PDFium has too little memory for a document or a page of it. */
export class PdfTooHeavyError extends Error {
  override readonly name = 'PdfTooHeavyError';
}

/**
 * Takes so many bytes of PDFium's memory, to be given back by `free`.
 * @throws PdfTooHeavyError
 */
export function takeRoom({ wasmExports }: PdfiumMemory, bytes: number): number {
  const at = wasmExports.malloc(bytes);
  if (at === 0) throw new PdfTooHeavyError(`PDFium has no room for ${bytes} bytes.`);
  return at;
}

/**
 * What `work` makes of so many bytes of PDFium's memory, given back after.
 * @throws PdfTooHeavyError
 */
export function withRoom<T>(memory: PdfiumMemory, bytes: number, work: (at: number) => T): T {
  const at = takeRoom(memory, bytes);
  try {
    return work(at);
  } finally {
    memory.wasmExports.free(at);
  }
}

/** So many 32-bit floats that PDFium writes; `null` where it says that it can't. */
export function floatsOf({ memory }: Pdfium, count: number, write: (at: number) => boolean): number[] | null {
  return withRoom(memory, 4 * count, (at) => {
    if (!write(at)) return null;
    const written = viewOf(memory, at, 4 * count);
    return Array.from({ length: count }, (_, i) => written.getFloat32(4 * i, true));
  });
}

/** So much of PDFium's memory as it is now: it may move when more is taken. */
export const viewOf = ({ HEAPU8 }: PdfiumMemory, at: number, bytes: number): DataView =>
  new DataView(HEAPU8.buffer, at, bytes);

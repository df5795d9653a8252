import type { EncodedPage } from '../../../app/fax/fax-pdf';
import type { GreyImage } from '../../../app/fax/grey';
import type { PixelSize, Turn } from '../../../app/fax/placement';
import type { Corners } from '../../../app/fax/paper/corners';
import type { Darkness, Mode, Resolution } from '../../../app/fax/profile';
import type { PageWarning } from '../../../app/fax/warnings/page-warnings';
import type { Result } from '../../../app/result';
import type { LookedAtDocument, Stored } from './stored';

export interface PressOptions {
  readonly resolution: Resolution;
  readonly mode: Mode;
  /** Clockwise, on top of what makes the picture lie well on the page by itself. */
  readonly rotation: Turn;
  /** From 1. */
  readonly sourcePage: number;
  readonly darkness?: Darkness | undefined;
  /** Finds and squares up a paper on a desk, levels a skewed scan, removes specks. On unless it is switched off. */
  readonly tidy?: boolean | undefined;
  /** What the user cut out; otherwise found by `tidy`. */
  readonly corners?: Corners | undefined;
  /** Leaves the strip free in which a receiver may print its header line. */
  readonly topMargin?: boolean | undefined;
}

/** What changes how a page lies on the paper, but not its dots. */
export type ThumbnailOptions = Pick<PressOptions, 'rotation' | 'sourcePage' | 'tidy' | 'corners' | 'topMargin'>;

/** A page as it will be received, coded: a tenth of its bits, which are painted from it when they are looked at. */
export interface FaxPage extends EncodedPage {
  /** Where the paper was found on the upright source, or what the user cut out; `null` where all of it is on the page. */
  readonly corners: Corners | null;
  readonly warnings: readonly PageWarning[];
}

/** What a file holds. */
export interface SourceFacts {
  readonly pageCount: number;
  /** An SVG, which only the window can draw. */
  readonly isDrawing: boolean;
}

/** A file the user gave or a document that is looked at, the name by which failures speak of it, and what unlocks it. */
export interface SourceFile {
  readonly file: Stored | LookedAtDocument;
  readonly name: string;
  readonly password?: string | undefined;
}

/** A file sent to a worker. Those with the same `id` are the same file. */
export interface SentFile extends SourceFile {
  readonly id: number;
}

/** How a page of a stored document is looked at. */
export interface ViewOptions {
  /** From 1. */
  readonly sourcePage: number;
  /** Clockwise, of the page as it is upright. */
  readonly rotation: Turn;
  /** How wide the turned page is drawn. */
  readonly widthPx: number;
}

/** An upright page on paper. */
export interface PaperSize {
  readonly widthInch: number;
  readonly heightInch: number;
}

export interface ViewedPage extends PaperSize {
  /** Turned. Whoever gets it closes it. */
  readonly picture: ImageBitmap;
}

/** What a press worker can be asked, and what it answers. */
export interface PressCalls {
  inspect: { job: SentFile; answer: Result<SourceFacts> };
  thumbnail: { job: SentFile & ThumbnailOptions; answer: Result<GreyImage> };
  picture: { job: SentFile & { sourcePage: number }; answer: Result<ImageBitmap> };
  page: { job: SentFile & { options: PressOptions }; answer: Result<FaxPage> };
  /** Loads what PDFs are drawn by, so that the first one opens at once. */
  warm: { job: null; answer: null };
  rehearse: { job: null; answer: null };
  /** A page as it is in its document. */
  view: { job: SentFile & { options: ViewOptions }; answer: Result<ViewedPage> };
  /** A page as PNG, at a fax's dots. */
  png: { job: SentFile & Pick<ViewOptions, 'sourcePage' | 'rotation'>; answer: Result<Uint8Array> };
  /** A page in black and white, at a fax's dots. */
  dots: { job: SentFile & Pick<ViewOptions, 'sourcePage' | 'rotation'>; answer: Result<EncodedPage> };
}

/** How a page is painted: of its own size dot for dot, or reduced to a smaller one. */
export interface PaintOptions {
  /** As a machine without fine resolution prints it. */
  readonly squashed: boolean;
  readonly reduced: PixelSize | null;
}

/** What the painting worker can be asked. */
export interface PaintCalls {
  paint: { job: { page: EncodedPage; options: PaintOptions }; answer: ImageBitmap };
}

/** What the assembling worker can be asked. */
export interface AssembleCalls {
  tiff: { job: { pages: readonly EncodedPage[] }; answer: Uint8Array };
  assemble: { job: { pages: readonly EncodedPage[] }; answer: Uint8Array };
}

/** A table of what a worker can be asked: a job and an answer for each call. */
export type CallTable<C> = Record<keyof C, { job: unknown; answer: unknown }>;

/** To a worker, which answers with one `Reply` of the same id. */
export interface Request {
  readonly id: number;
  readonly call: PropertyKey;
  readonly job: unknown;
}

export interface Reply {
  readonly id: number;
  readonly answer: unknown;
}

/** Between workers that would otherwise each compile PDFium. The pool hands it on, also to those it starts later. */
export interface Shared {
  readonly pdfium: WebAssembly.Module;
}

export type ToWorker = Request | Shared;
export type FromWorker = Reply | Shared;

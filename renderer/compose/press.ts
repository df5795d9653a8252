import type { EncodedPage } from '../../app/fax/fax-pdf';
import type { GreyImage } from '../../app/fax/grey';
import { fail, type Result } from '../../app/result';
import { Bytes } from '../../app/source/bytes';
import { isPdf } from '../../app/source/document-kind';
import { startPressWorker } from './press-workers';
import { givenReader, type ReadGiven } from './worker/read-given';
import { newRoom } from './worker/room';
import { readBeginning, readStored } from './worker/stored';
import { WorkerPool, type Outcome, type RunOptions, type WorkerLike } from './worker/pool';
import type {
  AssembleCalls,
  FaxPage,
  PaintCalls,
  PaintOptions,
  PressCalls,
  PressOptions,
  SentFile,
  SourceFacts,
  SourceFile,
  ThumbnailOptions,
  ViewedPage,
  ViewOptions,
} from './worker/protocol';

export type {
  FaxPage,
  PaintOptions,
  PressOptions,
  SourceFacts,
  SourceFile,
  ThumbnailOptions,
  ViewedPage,
  ViewOptions,
} from './worker/protocol';

/** Which page of a document, from 1, and how it is turned. */
export type PageTurn = Pick<ViewOptions, 'sourcePage' | 'rotation'>;

/** Makes fax pages of files, away from the window's own thread. Expected failures are those of files, or `cancelled`. */
export interface Press {
  /** A file's bytes, for what only the window can do with them. */
  read(file: SourceFile): Promise<Result<Uint8Array>>;
  /** Checks that the file is whole and of a kind that can be faxed, without decoding it. */
  inspect(file: SourceFile, signal?: AbortSignal): Promise<Result<SourceFacts>>;
  /** A page as it will lie on the paper, small and grey. */
  thumbnail(file: SourceFile, lay: ThumbnailOptions, signal?: AbortSignal): Promise<Result<GreyImage>>;
  /** A page as it is in its source, upright and whole, in grey, large enough to cut by. The caller closes the bitmap. */
  picture(file: SourceFile, sourcePage: number, signal?: AbortSignal): Promise<Result<ImageBitmap>>;
  /** One page as it will be received. */
  page(file: SourceFile, options: PressOptions, signal?: AbortSignal): Promise<Result<FaxPage>>;
  /** The bits of a page, to be looked at; `null` where nobody looks any more. The caller closes the bitmap. */
  paint(page: EncodedPage, options: PaintOptions, signal?: AbortSignal): Promise<ImageBitmap | null>;
  /** Starts, in the background, what the first so many pages are made by at once. */
  prepare(count: number): void;
  /** Has, in the background, the code compiled that the first page is made by. Nothing once one was made. */
  rehearse(): void;
  /** Loads, in the background, what stored documents are drawn by. */
  warm(): void;
  /** A page as it is in its document, to be looked at. The caller closes the bitmap. */
  view(file: SourceFile, options: ViewOptions, signal?: AbortSignal): Promise<Result<ViewedPage>>;
  /** A page of a document as a PNG, at a fax's dots. */
  png(file: SourceFile, page: PageTurn): Promise<Result<Uint8Array>>;
  /** A page of a document in black and white, at a fax's dots. */
  dots(file: SourceFile, page: PageTurn): Promise<Result<EncodedPage>>;
  /** The fax TIFF of these pages. */
  assembleTiff(pages: readonly EncodedPage[]): Promise<Uint8Array>;
  /** The PDF of these pages; the same pages give the same bytes. */
  assemble(pages: readonly EncodedPage[]): Promise<Uint8Array>;
  /** Ends all work; what is under way answers `cancelled`. */
  close(): void;
}

export interface PressWorkers {
  readonly count: number;
  startPress(): WorkerLike;
  startPainter(): WorkerLike;
  startAssembler(): WorkerLike;
}

/** The PDF could not be assembled: the assembling worker crashed, hung or was closed. */
export class AssemblyLostError extends Error {
  override readonly name = 'AssemblyLostError';
}

const PAGE_LIMIT_MS = 15_000;
const ASSEMBLY_LIMIT_MS = 120_000;
const MOST_WORKERS = 4;

/** Those of this page. */
const browserWorkers = (): PressWorkers => ({
  count: Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency)),
  startPress: startPressWorker,
  startPainter: () => new Worker(new URL('./worker/paint.worker.ts', import.meta.url), { type: 'module' }),
  startAssembler: () => new Worker(new URL('./worker/assemble.worker.ts', import.meta.url), { type: 'module' }),
});

/** A file whose worker crashed is damaged, whatever its structure said; a PDF may also have asked for more memory than is given. */
async function resultOf<T>(
  running: Promise<Outcome<Result<T>>>,
  { file, name }: SourceFile,
  readGiven: ReadGiven,
): Promise<Result<T>> {
  const outcome = await running;
  switch (outcome.kind) {
    case 'answered':
      return outcome.answer;
    case 'crashed':
      return fail({ kind: (await beginsAsPdf(file, readGiven)) ? 'documentTooHeavy' : 'imageDamaged', name });
    case 'hung':
      return fail({ kind: 'pageTooSlow', name });
    case 'cancelled':
      return fail({ kind: 'cancelled' });
  }
}

const PDF_BEGINNING_BYTES = 2048;

const beginsAsPdf = async (file: SourceFile['file'], readGiven: ReadGiven): Promise<boolean> =>
  isPdf(new Bytes(await readBeginning(file, PDF_BEGINNING_BYTES, readGiven)));

/** Gives each file the number by which the workers know it again. */
function numbering(): (file: SourceFile) => SentFile {
  const ofBlobs = new WeakMap<Blob, number>();
  const ofNames = new Map<string, number>();
  let last = 0;
  const numbered = <K>(numbers: Numbers<K>, key: K): number => {
    const number = numbers.get(key) ?? ++last;
    numbers.set(key, number);
    return number;
  };
  const numberOf = (file: SourceFile['file']): number =>
    file instanceof Blob ? numbered(ofBlobs, file) : numbered(ofNames, 'token' in file ? file.token : file.address);
  return ({ file, name, password }) => ({ id: numberOf(file), file, name, password });
}

interface Numbers<K> {
  get(key: K): number | undefined;
  set(key: K, number: number): unknown;
}

function documentOf(outcome: Outcome<Uint8Array>): Uint8Array {
  if (outcome.kind === 'answered') return outcome.answer;
  throw new AssemblyLostError(`The fax could not be assembled: its worker was ${outcome.kind}.`);
}

/** Nothing is started before the first use. */
export function createPress(
  workers: PressWorkers = browserWorkers(),
  readGiven: ReadGiven = givenReader(newRoom),
): Press {
  const pages = new WorkerPool<PressCalls>({
    size: workers.count,
    timeLimitMs: PAGE_LIMIT_MS,
    startWorker: () => workers.startPress(),
  });
  const painter = new WorkerPool<PaintCalls>({
    size: 1,
    timeLimitMs: PAGE_LIMIT_MS,
    startWorker: () => workers.startPainter(),
  });
  const assembler = new WorkerPool<AssembleCalls>({
    size: 1,
    timeLimitMs: ASSEMBLY_LIMIT_MS,
    startWorker: () => workers.startAssembler(),
  });
  const sent = numbering();
  let hasWorked = false;
  const runPage = <K extends Exclude<keyof PressCalls, 'warm' | 'rehearse'>>(
    call: K,
    job: PressCalls[K]['job'],
    options: RunOptions,
  ): Promise<Outcome<PressCalls[K]['answer']>> => {
    hasWorked = true;
    return pages.run(call, job, { ...options, about: job.id });
  };
  const told = <T>(running: Promise<Outcome<Result<T>>>, file: SourceFile) => resultOf(running, file, readGiven);
  const soon = (signal: AbortSignal | undefined) => ({ signal, urgent: true });
  return {
    read: ({ file, name }) => readStored(file, name, readGiven),
    inspect: (file, signal) => told(runPage('inspect', sent(file), soon(signal)), file),
    thumbnail: (file, lay, signal) => told(runPage('thumbnail', { ...sent(file), ...lay }, soon(signal)), file),
    picture: (file, sourcePage, signal) => told(runPage('picture', { ...sent(file), sourcePage }, soon(signal)), file),
    page: (file, options, signal) => told(runPage('page', { ...sent(file), options }, { signal }), file),
    paint: async (page, options, signal) => {
      const { t6, widthPels, scanLines, resolution } = page;
      const encoded = { t6, widthPels, scanLines, resolution };
      const outcome = await painter.run('paint', { page: encoded, options }, { signal });
      return outcome.kind === 'answered' ? outcome.answer : null;
    },
    prepare: (count) => pages.prepare(count),
    rehearse() {
      if (hasWorked) return;
      hasWorked = true;
      void pages.run('rehearse', null);
    },
    warm: () => void pages.run('warm', null),
    view: (file, options, signal) => told(runPage('view', { ...sent(file), options }, soon(signal)), file),
    png: (file, page) => told(runPage('png', { ...sent(file), ...page }, {}), file),
    dots: (file, page) => told(runPage('dots', { ...sent(file), ...page }, {}), file),
    assembleTiff: async (encoded) => documentOf(await assembler.run('tiff', { pages: encoded })),
    assemble: async (encoded) => documentOf(await assembler.run('assemble', { pages: encoded })),
    close: () => {
      pages.close();
      painter.close();
      assembler.close();
    },
  };
}

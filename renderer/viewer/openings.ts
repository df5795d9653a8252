import type { CallInput } from '../../app/contract';
import type { Turn } from '../../app/fax/placement';
import { ok, type Result } from '../../app/result';
import type { Client } from '../bridge';
import type { Press, SourceFile, ViewedPage, ViewOptions } from '../compose/press';

/** A document that can be looked at. */
export interface ViewedDocument {
  readonly file: SourceFile;
  readonly type: 'pdf' | 'tiff';
  readonly pageCount: number;
}

/** Which document, how failures and saved files call it, and how its first page is turned. */
export interface Wanted {
  readonly of: CallInput<'document.look'>;
  readonly name: string;
  readonly firstTurn: Turn;
}

/** A document that is open, or being opened, for one who asked for it. */
export interface Opening {
  readonly document: Promise<Result<ViewedDocument>>;
  /** The document is closed when all have left who asked for it. */
  readonly leave: () => void;
}

/** What a page is drawn for, as long as that is not given up. */
export interface DrawUse {
  readonly signal: AbortSignal;
  readonly isThumbnail: boolean;
}

/** Documents that are looked at, or are likely to be next. */
export interface Openings {
  /** Opens a document, once for all who ask for it at the same time. What could not be opened is tried anew for the next. */
  readonly open: (wanted: Wanted) => Opening;
  /**
   * Opens what is selected and may be asked for next: at once, or where selections follow each other fast, as by a key that is held
   * down, once one rests. Answers how to leave it.
   */
  readonly openAhead: (wanted: Wanted) => () => void;
  /**
   * Draws a page. The first one was drawn ahead, of a likely width: it is shown at once, and again of the right width where that is
   * another one. Whoever is shown a picture closes it.
   */
  readonly draw: (
    file: SourceFile,
    options: ViewOptions,
    use: DrawUse,
    show: (page: Result<ViewedPage>) => void,
  ) => Promise<void>;
}

export interface OpeningParts {
  readonly client: Client;
  readonly openPress: () => Promise<Pick<Press, 'inspect' | 'view'>>;
  /** The width first pages are likely to have, in pixels, before one was looked at. */
  readonly likelyWidthPx: () => number;
}

/** How long a selection rests before its document is opened, where another came shortly before it. */
const RESTING_MS = 80;

interface Ahead {
  readonly options: ViewOptions;
  readonly page: Promise<Result<ViewedPage>>;
}

interface Shared {
  readonly document: Promise<Result<ViewedDocument>>;
  readonly end: AbortController;
  users: number;
}

export function createOpenings(parts: OpeningParts): Openings {
  const { client, openPress } = parts;
  const shared = new Map<string, Shared>();
  const ahead = new WeakMap<SourceFile, Ahead>();
  let lastWidthPx: number | null = null;
  let lastSelectedAt = -Infinity;

  const drawAhead = async (file: SourceFile, rotation: Turn, signal: AbortSignal): Promise<void> => {
    if (signal.aborted || ahead.has(file)) return;
    const options = { sourcePage: 1, rotation, widthPx: lastWidthPx ?? parts.likelyWidthPx() };
    const page = openPress().then((press) => press.view(file, options, signal));
    ahead.set(file, { options, page });
    signal.addEventListener('abort', () => void takeAhead(file)?.page.then(close));
    await page;
  };
  const takeAhead = (file: SourceFile): Ahead | null => {
    const taken = ahead.get(file) ?? null;
    ahead.delete(file);
    return taken;
  };
  const openNow = async ({ of, name, firstTurn }: Wanted, signal: AbortSignal): Promise<Result<ViewedDocument>> => {
    const press = openPress();
    const kept = await client.call('document.look', of);
    if (!kept.ok) return kept;
    const { address, type } = kept.value;
    const leave = (): void => void client.call('document.leave', { address });
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave);
    const file: SourceFile = { file: { address }, name };
    const inspected = await (await press).inspect({ file: { address, isBegun: type === 'pdf' }, name }, signal);
    if (!inspected.ok) return inspected;
    void drawAhead(file, firstTurn, signal);
    return ok({ file, type, pageCount: inspected.value.pageCount });
  };
  const begin = (wanted: Wanted, key: string): Shared => {
    const end = new AbortController();
    const document = openNow(wanted, end.signal).then((result) => {
      if (!result.ok && shared.get(key) === begun) shared.delete(key);
      return result;
    });
    const begun: Shared = { document, end, users: 0 };
    shared.set(key, begun);
    return begun;
  };
  const openings: Openings = {
    open(wanted) {
      const key = JSON.stringify([wanted.of, wanted.name]);
      const one = shared.get(key) ?? begin(wanted, key);
      one.users += 1;
      return {
        document: one.document,
        leave() {
          one.users -= 1;
          if (one.users > 0) {
            // It is likely to be looked at again.
            void one.document.then((opened) =>
              opened.ok ? drawAhead(opened.value.file, wanted.firstTurn, one.end.signal) : undefined,
            );
            return;
          }
          one.end.abort();
          if (shared.get(key) === one) shared.delete(key);
        },
      };
    },
    openAhead(wanted) {
      const isFast = performance.now() - lastSelectedAt < RESTING_MS;
      lastSelectedAt = performance.now();
      let opening: Opening | null = null;
      const open = (): void => void (opening = openings.open(wanted));
      const resting = isFast ? setTimeout(open, RESTING_MS) : undefined;
      if (!isFast) open();
      return () => {
        clearTimeout(resting);
        opening?.leave();
      };
    },
    async draw(file, options, { signal, isThumbnail }, show) {
      const isFirst = options.sourcePage === 1 && !isThumbnail;
      const drawn = isFirst ? takeAhead(file) : null;
      if (isFirst) lastWidthPx = options.widthPx;
      if (drawn?.options.rotation === options.rotation) {
        const page = await drawn.page;
        show(page);
        if (drawn.options.widthPx === options.widthPx || !page.ok) return;
      } else void drawn?.page.then(close);
      show(await (await openPress()).view(file, options, signal));
    },
  };
  return openings;
}

/** Keeps one document open, of which more may be asked at any time; `null` for none. */
export function keepingOne(open: Openings['open']): (wanted: Wanted | null) => void {
  let kept: Opening | null = null;
  return (wanted) => {
    const before = kept;
    kept = wanted && open(wanted);
    before?.leave();
  };
}

const close = (page: Result<ViewedPage>): void => {
  if (page.ok) page.value.picture.close();
};

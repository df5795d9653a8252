import type { Result } from '../../../app/result';
import { documentKind, type DocumentKind } from '../../../app/source/document-kind';
import { sourceByEnds, watchEnds } from './ends-source';
import type { OpenPdfSource } from './pdf-source';
import type { SentFile } from './protocol';
import type { OpenSource, Source } from './source';
import type { ReadGiven } from './read-given';
import { readEnds, readStored } from './stored';

/** Reads files and opens each as what its bytes say it is. */
export type OpenFile = (file: SentFile) => Promise<Result<Source>>;

export const fileOpener =
  (openers: Openers, readGiven: ReadGiven): OpenFile =>
  async (file) => {
    const { name, password } = file;
    const openWhole = async (): Promise<Result<Source>> => {
      const bytes = await readStored(file.file, name, readGiven);
      if (!bytes.ok) return bytes;
      return openers[documentKind(bytes.value, name)]({ bytes: bytes.value, name, password });
    };
    const read = 'address' in file.file && file.file.isBegun ? await readEnds(file.file) : null;
    if (read === null) return openWhole();
    const ends = watchEnds(read);
    return sourceByEnds({ ends, byEnds: await openers.pdf({ bytes: ends, name, password }), openWhole });
  };

type Openers = Readonly<Record<DocumentKind, OpenSource>> & { readonly pdf: OpenPdfSource };

/** Opens a file for `use` and closes it when it is no longer needed. */
export type WithFile = <T>(file: SentFile, use: (source: Source) => Promise<Result<T>>) => Promise<Result<T>>;

interface Kept {
  readonly id: number;
  readonly password: string | undefined;
  readonly source: Source;
  /** All of it was decoded. */
  isDone: boolean;
}

/** Keeps the last document open: one of several pages because its other pages come next, a picture until it is decoded once. */
export function keepingLast(open: OpenFile): WithFile {
  let last: Kept | null = null;
  const close = (): void => {
    last?.source.close?.();
    last = null;
  };
  return async (file, work) => {
    if (last?.id !== file.id || last.password !== file.password) {
      close();
      const opened = await open(file);
      if (!opened.ok) return opened;
      last = { id: file.id, password: file.password, source: opened.value, isDone: false };
    }
    const kept = last;
    try {
      return await work(watched(kept));
    } finally {
      if (kept.isDone) close();
    }
  };
}

/** The source, which is done with its only page. */
function watched(kept: Kept): Source {
  const { source } = kept;
  return {
    ...source,
    decodePage(sourcePage, fit, purpose) {
      kept.isDone = source.pageCount === 1;
      return source.decodePage(sourcePage, fit, purpose);
    },
  };
}

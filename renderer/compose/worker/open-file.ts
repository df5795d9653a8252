import { ok, type Result } from '../../../app/result';
import { documentKind, type DocumentKind } from '../../../app/source/document-kind';
import type { SentFile } from './protocol';
import type { OpenSource, Source } from './source';
import { readStored } from './stored';

/** Reads files and opens each as what its bytes say it is. */
export type OpenFile = (file: SentFile) => Promise<Result<Source>>;

export const fileOpener =
  (openers: Readonly<Record<DocumentKind, OpenSource>>): OpenFile =>
  async (file) => {
    const { name, password } = file;
    const bytes = await readStored(file.file, name);
    if (!bytes.ok) return bytes;
    return openers[documentKind(bytes.value, name)]({ bytes: bytes.value, name, password });
  };

interface Kept {
  readonly id: number;
  readonly password: string | undefined;
  readonly source: Source;
}

/** Keeps the last document open: one of several pages because its other pages come next, a picture until it is decoded once. */
export function keepingLast(open: OpenFile): OpenFile {
  let last: Kept | null = null;
  const keep = (kept: Kept): void => {
    last = kept;
  };
  const letGo = (source: Source): void => {
    if (last?.source === source) last = null;
  };
  return async (file) => {
    if (last?.id === file.id && last.password === file.password) return ok(last.source);
    last?.source.close?.();
    last = null;
    const opened = await open(file);
    if (!opened.ok) return opened;
    const source = opened.value.pageCount > 1 ? opened.value : forOnce(opened.value, letGo);
    keep({ id: file.id, password: file.password, source });
    return ok(source);
  };
}

function forOnce(source: Source, letGo: (source: Source) => void): Source {
  const once: Source = {
    ...source,
    decodePage(sourcePage, fit) {
      letGo(once);
      return source.decodePage(sourcePage, fit);
    },
  };
  return once;
}

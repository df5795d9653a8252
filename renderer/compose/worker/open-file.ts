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

/** Keeps the last document of several pages open, because its other pages come next. */
export function keepingLast(open: OpenFile): OpenFile {
  let last: { readonly id: number; readonly password: string | undefined; readonly source: Source } | null = null;
  return async (file) => {
    if (last?.id === file.id && last.password === file.password) return ok(last.source);
    last?.source.close?.();
    last = null;
    const opened = await open(file);
    if (opened.ok && opened.value.pageCount > 1) last = { id: file.id, password: file.password, source: opened.value };
    return opened;
  };
}

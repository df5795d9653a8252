import { fail, ok, type Result } from '../../../app/result';
import { documentKind, type DocumentKind } from '../../../app/source/document-kind';
import type { SentFile } from './protocol';
import type { OpenSource, Source } from './source';

/** Larger files are not read into memory. */
const LARGEST_FILE_MB = 100;

async function readFile({ file, name }: SentFile): Promise<Result<Uint8Array>> {
  if (file.size > LARGEST_FILE_MB * 1_000_000) return fail({ kind: 'fileTooLarge', name, limitMb: LARGEST_FILE_MB });
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    const gone = error instanceof DOMException && error.name === 'NotFoundError';
    return fail({ kind: gone ? 'fileNotFound' : 'fileUnreadable', name });
  }
}

/** Reads files and opens each as what its bytes say it is. */
export type OpenFile = (file: SentFile) => Promise<Result<Source>>;

export const fileOpener =
  (openers: Readonly<Record<DocumentKind, OpenSource>>): OpenFile =>
  async (file) => {
    const bytes = await readFile(file);
    if (!bytes.ok) return bytes;
    const { name, password } = file;
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

import type { OpenedFile } from '../../app/contract';
import { fail, ok, type Result } from '../../app/result';
import type { Client } from '../bridge';
import type { Page, Source } from './pages';
import type { Press } from './press';
import type { Questions } from './questions';
import { recognise } from './recognise';
import type { Stored } from './worker/stored';

/** A file on its way in: one the window was given, or one main opened and keeps by token. */
export type Incoming =
  | { readonly kind: 'file'; readonly file: File; readonly isFolder: boolean }
  | {
      readonly kind: 'opened';
      readonly file: OpenedFile;
      /** The user has been asked about it, and wants it. */
      readonly isAgreed?: boolean;
    };

export const opened = (file: OpenedFile): Incoming => ({ kind: 'opened', file });

/** The files of a drop or a paste, or else its text as one named `textName`. Folders are told apart, so that they get their own sentence. */
export function incomingOf(transfer: DataTransfer, textName: string | null): Incoming[] {
  const files = [...transfer.items].filter((item) => item.kind === 'file');
  const text = transfer.getData('text/plain');
  if (textName !== null && files.length === 0 && text.trim() !== '') {
    return [{ kind: 'file', file: new File([text], textName, { type: 'text/plain' }), isFolder: false }];
  }
  return files.flatMap((item) => {
    const file = item.getAsFile();
    return file ? [{ kind: 'file', file, isFolder: item.webkitGetAsEntry()?.isDirectory ?? false }] : [];
  });
}

export interface ReadingPorts {
  readonly client: Client;
  readonly openPress: () => Promise<Pick<Press, 'inspect' | 'read'>>;
  readonly questions: Questions;
}

/** Reads and recognises one file, asking for its password as long as it wants one: its source, or why it can't be faxed. */
export async function readSource(incoming: Incoming, ports: ReadingPorts): Promise<Result<Source>> {
  const stored = storedOf(incoming);
  if (!stored.ok) return stored;
  const source = await unlocked({ file: stored.value, name: incoming.file.name }, ports);
  const given = incoming.kind === 'opened' ? incoming.file.given : undefined;
  return source.ok && given ? ok({ ...source.value, given }) : source;
}

export async function unlocked(file: Omit<Source, 'pageCount'>, ports: ReadingPorts): Promise<Result<Source>> {
  const recognised = await recognise(file, await ports.openPress());
  if (recognised.ok) return recognised;
  const { kind } = recognised.failure;
  if (kind !== 'passwordNeeded' && kind !== 'passwordWrong') return recognised;
  const password = await ports.questions.askPassword(file.name, kind === 'passwordWrong');
  return password === null ? recognised : unlocked({ ...file, password }, ports);
}

/** Where the file's bytes are to be had; they stay there. */
function storedOf(incoming: Incoming): Result<Stored> {
  if (incoming.kind === 'file') {
    return incoming.isFolder ? fail({ kind: 'fileIsFolder', name: incoming.file.name }) : ok(incoming.file);
  }
  return ok({ token: incoming.file.token });
}

/** Of longer documents seldom all is faxed. */
const MANY_PAGES = 20;

/** The pages of a source that are to be faxed: all, or those the user names of many. */
export const wantedPages = async (source: Source, questions: Questions): Promise<readonly number[]> => {
  const all = Array.from({ length: source.pageCount }, (_, index) => index + 1);
  return source.pageCount > MANY_PAGES ? ((await questions.askPages(source.name, source.pageCount)) ?? []) : all;
};

/** One page of the fax for each of these pages of the source, unturned. */
export const pagesOf = (source: Source, sourcePages: readonly number[], newId: () => string): Page[] =>
  sourcePages.map((sourcePage) => ({ id: newId(), source, sourcePage, rotation: 0 }));

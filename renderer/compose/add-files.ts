import { type Dispatch, startTransition } from 'react';
import { fail, type Result } from '../../app/result';
import { type Gathering, gathering } from './gathering';
import { type Incoming, opened, pagesOf, type ReadingPorts, readSource, wantedPages } from './incoming';
import type { Page, Source } from './pages';
import type { ComposeAction } from './state';

export interface AddingPorts extends ReadingPorts {
  readonly dispatch: Dispatch<ComposeAction>;
  /** Told of a file's first page before the list is: its picture is made while its row is drawn. */
  readonly foresee: (page: Page) => void;
  /** A fax that is being made is left alone until it is done. */
  readonly until: Promise<void> | undefined;
}

/** The list is drawn anew no sooner than after so many milliseconds: a drawing takes as long for ten more pages as for one. */
const PAUSE_MS = 150;

/** What is to be told of each file. */
type Told = Gathering<readonly ComposeAction[]>;

/** Reads files one after the other, so that they stand in the order given; those that fail leave a notice. */
export async function addFiles(incoming: readonly Incoming[], ports: AddingPorts): Promise<void> {
  const { dispatch } = ports;
  const batch = crypto.randomUUID();
  dispatch({ kind: 'readingChanged', by: incoming.length });
  await ports.until;
  // Pages are drawn bit by bit, and what the user does meanwhile comes before them.
  const told: Told = gathering((files) => startTransition(() => files.flat().forEach(dispatch)), PAUSE_MS);
  await addInTurn(incoming, batch, ports, told);
  told.end();
}

async function addInTurn(incoming: readonly Incoming[], batch: string, ports: AddingPorts, told: Told): Promise<void> {
  const { dispatch, foresee } = ports;
  for (const [index, each] of incoming.entries()) {
    const inFolder = await documentsIn(each, ports);
    if (inFolder !== null) {
      dispatch({ kind: 'readingChanged', by: inFolder.length - 1 });
      await addInTurn(inFolder, batch, ports, told);
      continue;
    }
    const source = await readOrFail(each, ports);
    const wanted = source.ok ? await wantedPages(source.value, ports.questions) : [];
    const isRead: ComposeAction = { kind: 'readingChanged', by: -1 };
    if (source.ok) {
      const pages = pagesOf(source.value, wanted, () => crypto.randomUUID());
      if (pages[0] && index === 0) foresee(pages[0]);
      told.say([isRead, { kind: 'added', pages, batch }]);
    } else told.say([isRead, { kind: 'noticed', notice: { id: crypto.randomUUID(), failure: source.failure } }]);
  }
}

/** What the user wants of a folder; `null` for anything but a folder with documents in it. */
async function documentsIn(
  incoming: Incoming,
  { client, questions }: AddingPorts,
): Promise<readonly Incoming[] | null> {
  if (incoming.kind !== 'opened' || !incoming.file.isFolder) return null;
  const listed = await client.call('files.inFolder', { token: incoming.file.token });
  if (!listed.ok || listed.value.length === 0) return null;
  const isWanted = incoming.isAgreed === true || (await questions.askFolder(incoming.file.name, listed.value.length));
  return isWanted ? listed.value.map((file) => opened({ ...file, given: incoming.file.given })) : [];
}

/** A file that breaks the reading itself costs only that file. */
const readOrFail = (incoming: Incoming, ports: AddingPorts): Promise<Result<Source>> =>
  readSource(incoming, ports).catch(() => fail({ kind: 'fileUnreadable', name: incoming.file.name }));

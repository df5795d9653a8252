import type { Dispatch } from 'react';
import { fail, type Result } from '../../app/result';
import { type Incoming, pagesOf, type ReadingPorts, readSource, wantedPages } from './incoming';
import type { Source } from './pages';
import type { ComposeAction } from './state';

export interface AddingPorts extends ReadingPorts {
  readonly dispatch: Dispatch<ComposeAction>;
  /** A fax that is being made is left alone until it is done. */
  readonly until: Promise<void> | undefined;
}

/** Reads files one after the other, so that they stand in the order given; those that fail leave a notice. */
export async function addFiles(incoming: readonly Incoming[], ports: AddingPorts): Promise<void> {
  const { dispatch } = ports;
  const batch = crypto.randomUUID();
  dispatch({ kind: 'readingChanged', by: incoming.length });
  await ports.until;
  for (const each of incoming) {
    const source = await readOrFail(each, ports);
    const wanted = source.ok ? await wantedPages(source.value, ports.questions) : [];
    dispatch({ kind: 'readingChanged', by: -1 });
    if (source.ok) dispatch({ kind: 'added', pages: pagesOf(source.value, wanted, () => crypto.randomUUID()), batch });
    else dispatch({ kind: 'noticed', notice: { id: crypto.randomUUID(), failure: source.failure } });
  }
}

/** A file that breaks the reading itself costs only that file. */
const readOrFail = (incoming: Incoming, ports: AddingPorts): Promise<Result<Source>> =>
  readSource(incoming, ports).catch(() => fail({ kind: 'fileUnreadable', name: incoming.file.name }));

import type { CallInput } from '../../app/contract';
import { ok, type Result } from '../../app/result';
import type { Client } from '../bridge';
import type { Press, SourceFile } from '../compose/press';

/** A document that can be looked at. */
export interface ViewedDocument {
  readonly file: SourceFile;
  readonly type: 'pdf' | 'tiff';
  readonly pageCount: number;
}

/** A document that is open, or being opened, for one who asked for it. */
export interface Opening {
  readonly document: Promise<Result<ViewedDocument>>;
  /** The document is closed when all have left who asked for it. */
  readonly leave: () => void;
}

/** `name`: how failures and saved files call it. */
export type OpenDocument = (of: CallInput<'document.look'>, name: string) => Opening;

export interface OpeningParts {
  readonly client: Client;
  readonly openPress: () => Promise<Pick<Press, 'inspect'>>;
}

interface Shared {
  readonly document: Promise<Result<ViewedDocument>>;
  readonly end: AbortController;
  users: number;
}

/** Opens documents, each once for all who ask for it at the same time. What could not be opened is tried anew for the next. */
export function createOpenings(parts: OpeningParts): OpenDocument {
  const open = new Map<string, Shared>();
  const begin = (of: CallInput<'document.look'>, name: string, key: string): Shared => {
    const end = new AbortController();
    const document = openDocument(of, name, end.signal, parts).then((result) => {
      if (!result.ok && open.get(key) === shared) open.delete(key);
      return result;
    });
    const shared: Shared = { document, end, users: 0 };
    open.set(key, shared);
    return shared;
  };
  return (of, name) => {
    const key = JSON.stringify([of, name]);
    const shared = open.get(key) ?? begin(of, name, key);
    shared.users += 1;
    return {
      document: shared.document,
      leave() {
        shared.users -= 1;
        if (shared.users > 0) return;
        shared.end.abort();
        if (open.get(key) === shared) open.delete(key);
      },
    };
  };
}

/** `signal`: nobody wants the document any more. */
async function openDocument(
  of: CallInput<'document.look'>,
  name: string,
  signal: AbortSignal,
  { client, openPress }: OpeningParts,
): Promise<Result<ViewedDocument>> {
  const press = openPress();
  const kept = await client.call('document.look', of);
  if (!kept.ok) return kept;
  const { address, type } = kept.value;
  const leave = (): void => void client.call('document.leave', { address });
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave);
  const file: SourceFile = { file: { address }, name };
  const inspected = await (await press).inspect(file, signal);
  return inspected.ok ? ok({ file, type, pageCount: inspected.value.pageCount }) : inspected;
}

import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../app/failure';
import type { Result } from '../../app/result';
import { ok } from '../../app/result';
import type { Client } from '../bridge';
import type { Press, SourceFile } from '../compose/press';
import { useTexts } from '../language';
import { useServices } from '../services';
import { nameOf } from './names';
import type { Viewed } from './viewed';

/** A document that can be looked at. */
export interface ViewedDocument {
  readonly file: SourceFile;
  readonly bytes: Uint8Array;
  readonly type: 'pdf' | 'tiff';
  readonly pageCount: number;
}

export type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'loaded'; readonly document: ViewedDocument };

/** Fetches and opens the document; the same limits hold as for a document that is to be faxed. */
export function useDocument(viewed: Viewed): { loading: Loading; retry: () => void } {
  const { client, openPress } = useServices();
  const { t } = useTexts();
  const name = nameOf(viewed, t);
  const [round, setRound] = useState(0);
  const [answered, setAnswered] = useState<{ key: string; result: Result<ViewedDocument> } | null>(null);
  const id = viewed.kind === 'record' ? viewed.record.callUuid : viewed.delivery.id;
  const key = `${viewed.kind} ${id} ${String(round)}`;
  const { kind } = viewed;
  useEffect(() => {
    const abort = new AbortController();
    void openDocument({ kind, id, name }, client, openPress, abort.signal).then((result) => {
      if (!abort.signal.aborted) setAnswered({ key, result });
    });
    return () => abort.abort();
  }, [kind, id, name, key, client, openPress]);
  const loading = useMemo(() => loadingOf(answered?.key === key ? answered.result : null), [answered, key]);
  return { loading, retry: () => setRound(round + 1) };
}

function loadingOf(result: Result<ViewedDocument> | null): Loading {
  if (result === null) return { kind: 'loading' };
  return result.ok ? { kind: 'loaded', document: result.value } : { kind: 'failed', failure: result.failure };
}

async function openDocument(
  { kind, id, name }: { kind: Viewed['kind']; id: string; name: string },
  client: Client,
  openPress: () => Promise<Press>,
  signal: AbortSignal,
): Promise<Result<ViewedDocument>> {
  const press = openPress();
  const read = kind === 'record' ? await client.call('records.readDocument', { callUuid: id }) : await sent(client, id);
  if (!read.ok) return read;
  const { bytes, type } = read.value;
  const file: SourceFile = { file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name };
  const inspected = await (await press).inspect(file, signal);
  return inspected.ok ? ok({ file, bytes, type, pageCount: inspected.value.pageCount }) : inspected;
}

async function sent(client: Client, deliveryId: string): Promise<Result<{ bytes: Uint8Array; type: 'pdf' | 'tiff' }>> {
  const read = await client.call('document.ofDelivery', { deliveryId });
  return read.ok ? ok({ bytes: read.value, type: 'pdf' }) : read;
}

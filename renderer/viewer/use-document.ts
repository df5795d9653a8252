import { useEffect, useMemo, useState } from 'react';
import type { CallInput } from '../../app/contract';
import type { Turn } from '../../app/fax/placement';
import type { Translate } from '../../app/i18n/translate';
import type { Failure } from '../../app/failure';
import type { Result } from '../../app/result';
import { useTexts } from '../language';
import { nameOf } from './names';
import type { ViewedDocument, Wanted } from './openings';
import { useViewer, type Viewed } from './viewed';

export type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'loaded'; readonly document: ViewedDocument };

/** Fetches and opens the document; the same limits hold as for a document that is to be faxed. */
export function useDocument(viewed: Viewed): { loading: Loading; retry: () => void } {
  const { open } = useViewer();
  const { t } = useTexts();
  const name = nameOf(viewed, t);
  const [round, setRound] = useState(0);
  const [answered, setAnswered] = useState<{ key: string; result: Result<ViewedDocument> } | null>(null);
  const { kind, id } = identityOf(viewed);
  const firstTurn = firstTurnOf(viewed);
  const key = `${kind} ${id} ${String(round)}`;
  useEffect(() => {
    let here = true;
    const opening = open({ of: documentOf({ kind, id }), name, firstTurn });
    void opening.document.then((result) => {
      if (here) setAnswered({ key, result });
    });
    return () => {
      here = false;
      opening.leave();
    };
  }, [kind, id, name, firstTurn, key, open]);
  const loading = useMemo(() => loadingOf(answered?.key === key ? answered.result : null), [answered, key]);
  return { loading, retry: () => setRound(round + 1) };
}

function loadingOf(result: Result<ViewedDocument> | null): Loading {
  if (result === null) return { kind: 'loading' };
  return result.ok ? { kind: 'loaded', document: result.value } : { kind: 'failed', failure: result.failure };
}

/**
 * Opens what is selected before it is asked for, so that it is there at once: only what is on this computer, and nothing is marked
 * as read.
 */
export function useDocumentAhead(viewed: Viewed | null): void {
  const { openAhead } = useViewer();
  const { t } = useTexts();
  const wanted = viewed !== null && isHere(viewed) ? viewed : null;
  const name = wanted && nameOf(wanted, t);
  const kind = wanted && identityOf(wanted).kind;
  const id = wanted && identityOf(wanted).id;
  const firstTurn = wanted ? firstTurnOf(wanted) : 0;
  useEffect(() => {
    if (kind === null || id === null || name === null) return undefined;
    return openAhead({ of: documentOf({ kind, id }), name, firstTurn });
  }, [kind, id, name, firstTurn, openAhead]);
}

interface Identity {
  readonly kind: Viewed['kind'];
  readonly id: string;
}

const identityOf = (viewed: Viewed): Identity =>
  viewed.kind === 'record'
    ? { kind: viewed.kind, id: viewed.record.callUuid }
    : { kind: viewed.kind, id: viewed.delivery.id };

const documentOf = ({ kind, id }: Identity): CallInput<'document.look'> =>
  kind === 'record' ? { callUuid: id } : { deliveryId: id };

/** How the first page is turned when it is opened. */
const firstTurnOf = (viewed: Viewed): Turn =>
  viewed.kind === 'record' ? (((viewed.record.rotations['0'] ?? 0) * 90) as Turn) : 0;

/** What `useDocument` asks for. */
export const wantedOf = (viewed: Viewed, t: Translate): Wanted => ({
  of: documentOf(identityOf(viewed)),
  name: nameOf(viewed, t),
  firstTurn: firstTurnOf(viewed),
});

/** Whether the document is on this computer; what isn't would be fetched from the service. */
const isHere = (viewed: Viewed): boolean => viewed.kind === 'delivery' || viewed.record.document.kind === 'kept';

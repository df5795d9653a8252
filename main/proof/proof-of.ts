import { gatherReport } from '../../app/proof/gather';
import type { Delivery } from '../../app/outbox/delivery';
import { fail, ok, type Result } from '../../app/result';
import type { Language } from '../../app/settings';
import type { Account } from '../account';
import { documentOf } from '../outbox/queue-fax';
import { findRecord } from './find-record';
import type { ProofPress } from './press';

export interface ProofParts {
  readonly account: Pick<Account, 'store' | 'runner' | 'history' | 'api' | 'exchangeHost'>;
  readonly press: ProofPress;
  readonly language: Language;
  /** As a proof names it: `Faksla 0.1.0`. */
  readonly program: string;
}

/** A delivery by its id, or by the `call_uuid` of its call. */
export function deliveryNamed({ account }: Pick<ProofParts, 'account'>, id: string): Result<Delivery> {
  const byId = account.store.find(id)?.delivery;
  const delivery =
    byId ?? account.store.list().find(({ state }) => 'callUuid' in state && state.callUuid === id) ?? null;
  return delivery === null ? fail({ kind: 'deliveryNotFound', id }) : ok(delivery);
}

/**
 * The proof of a delivery, a PDF. Fails with `proofTooEarly` while its outcome isn't known, `nothingSent` where nothing ever was,
 * and `documentLost`.
 */
export async function proofOf(parts: ProofParts, delivery: Delivery): Promise<Result<Uint8Array>> {
  const { account, press, language, program } = parts;
  const document = await documentOf(account, delivery);
  if (!document.ok) return document;
  const pages = await press.pagesOf(document.value);
  const request = account.store.requestOf(delivery.id);
  if (pages === null || request === null) return fail({ kind: 'documentLost' });
  const report = gatherReport({
    delivery,
    resolution: request.resolution,
    attempts: account.store.history(delivery.id)?.attempts ?? [],
    record: await findRecord(account, delivery),
    document: { bytes: document.value.length, pages },
    exchange: account.exchangeHost,
    program,
    language,
    madeAt: Date.now(),
    zoneMinutes: (at) => -new Date(at).getTimezoneOffset(),
  });
  if (report === null) return fail({ kind: wasNeverSent(delivery) ? 'nothingSent' : 'proofTooEarly' });
  const proof = await press.make(document.value, report);
  return proof === null ? fail({ kind: 'documentLost' }) : ok(proof);
}

const wasNeverSent = ({ state }: Delivery): boolean => state.kind === 'cancelled' || state.kind === 'refused';

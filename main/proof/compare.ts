import type { Delivery } from '../../app/outbox/delivery';
import type { ProofReport } from '../../app/proof/report';

/** What a proof and the outbox of this computer say differently. */
export type Difference = 'document' | 'recipient' | 'outcome' | 'orderId' | 'callUuid' | 'pages';

/** Compares a proof with the delivery it is about, as this computer knows it. */
export function differencesFrom(delivery: Delivery, report: ProofReport): Difference[] {
  const { state } = delivery;
  const same: Readonly<Record<Difference, boolean>> = {
    document: delivery.documentSha256 === report.document.sha256,
    recipient: delivery.recipient === report.delivery.recipient,
    outcome: state.kind === report.outcome,
    orderId: ('orderId' in state ? (state.orderId ?? null) : null) === (report.order?.id ?? null),
    callUuid: ('callUuid' in state ? state.callUuid : null) === report.callUuid,
    pages: !('pagesSent' in state) || state.pagesSent === report.pagesSent,
  };
  return (Object.keys(same) as Difference[]).filter((each) => !same[each]);
}

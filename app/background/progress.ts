import type { UploadProgress } from '../contract';
import type { Delivery, WaitingFor } from '../outbox/delivery';

/** The sending since the program last had nothing to send; what the dock's or taskbar's bar shows. */
export interface SendingRun {
  /** How far each delivery on its way is, from 0 to 1. */
  readonly active: ReadonlyMap<string, number>;
  /** How many deliveries the run has had so far. */
  readonly total: number;
}

export const noRun: SendingRun = { active: new Map(), total: 0 };

/** An accepted fax has left this computer; the exchange's dialling tells no share. */
const uploadedShare = 0.6;

/** The run after these deliveries changed. Over when nothing is on its way any more. */
export function followRun(run: SendingRun, changed: readonly Delivery[]): SendingRun {
  const active = new Map(run.active);
  let total = run.total;
  for (const delivery of changed) {
    const share = shareOf(delivery);
    if (share === null) {
      active.delete(delivery.id);
      continue;
    }
    if (!active.has(delivery.id)) total += 1;
    active.set(delivery.id, Math.max(share, active.get(delivery.id) ?? 0));
  }
  return active.size === 0 ? noRun : { active, total };
}

export function followUpload(run: SendingRun, { deliveryId, sentBytes, totalBytes }: UploadProgress): SendingRun {
  if (!run.active.has(deliveryId) || totalBytes <= 0) return run;
  const share = uploadedShare * Math.min(1, sentBytes / totalBytes);
  return { ...run, active: new Map(run.active).set(deliveryId, share) };
}

/** From 0 to 1; `null` when nothing is on its way. */
export function runShare({ active, total }: SendingRun): number | null {
  if (active.size === 0) return null;
  const parts = [...active.values()].reduce((sum, share) => sum + share, 0);
  return (total - active.size + parts) / total;
}

/** What of a queue is part of sending; all else waits for a moment that was set. */
const soon: ReadonlySet<WaitingFor> = new Set<WaitingFor>(['turn', 'network', 'rateLimit', 'undo']);

/** How far one delivery is; `null` when it is over, waits for the user, or for its moment. */
function shareOf({ state }: Delivery): number | null {
  if (state.kind === 'queued') return soon.has(state.waitingFor) ? 0 : null;
  if (state.kind === 'sending') return 0;
  return state.kind === 'accepted' || state.kind === 'unconfirmed' ? uploadedShare : null;
}

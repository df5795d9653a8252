import { type Delivery, isFinal } from '../outbox/delivery';

/** The deliveries that are not final, by id. */
export type OpenWork = ReadonlyMap<string, Delivery>;

/** How many deliveries stand where; none is counted twice. */
export interface WorkCounts {
  /** Leaving this computer now. */
  readonly uploading: number;
  /** Still to be sent by this computer. */
  readonly waiting: number;
  /** At the exchange, or being looked for there. */
  readonly following: number;
  /** Waiting for the user's decision. */
  readonly asking: number;
}

export const noWork: OpenWork = new Map();

/** The open work after these deliveries changed. */
export function followWork(work: OpenWork, changed: readonly Delivery[]): OpenWork {
  const next = new Map(work);
  for (const delivery of changed) {
    if (isFinal(delivery.state)) next.delete(delivery.id);
    else next.set(delivery.id, delivery);
  }
  return next;
}

export function countWork(work: OpenWork): WorkCounts {
  const counts = { uploading: 0, waiting: 0, following: 0, asking: 0 };
  for (const { state } of work.values()) {
    if (state.kind === 'sending') counts.uploading += 1;
    else if (state.kind === 'queued') counts.waiting += 1;
    else if (state.kind === 'needsDecision') counts.asking += 1;
    else counts.following += 1;
  }
  return counts;
}

/** Whether anything goes on by itself; a decision waits as well with the program closed. */
export const isUnderWay = ({ uploading, waiting, following }: WorkCounts): boolean =>
  uploading + waiting + following > 0;

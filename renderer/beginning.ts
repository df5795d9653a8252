import type { Arrival, CallOutput } from '../app/contract';
import type { Client } from './bridge';

/** What is asked of main before the interface is loaded, and kept for it. */
export interface Beginning {
  /** What was left of a fax. Once it is asked for, main hands over what is given. */
  readonly takeDraft: () => Promise<CallOutput<'draft.take'>>;
  /** Calls `listener` with all that has arrived already, and from now on, until the returned function is called. */
  readonly onArrival: (listener: (arrival: Arrival) => void) => () => void;
}

/** `onEarly` hears of what arrives before anybody else listens. */
export function begin(client: Client, onEarly: (arrival: Arrival) => void): Beginning {
  let hear: ((arrival: Arrival) => void) | null = null;
  let early: Arrival[] = [];
  client.on('arrived', (arrival) => {
    if (hear !== null) {
      hear(arrival);
      return;
    }
    early.push(arrival);
    onEarly(arrival);
  });
  const taken = client.call('draft.take');
  return {
    takeDraft: () => taken,
    onArrival(listener) {
      const arrived = early;
      early = [];
      hear = listener;
      arrived.forEach(listener);
      return () => void (hear = null);
    },
  };
}

import { useCallback, useEffect, useEffectEvent, useReducer } from 'react';
import { useServices } from '../services';
import { agreed, type Arrival, changeArrivals, noArrivals, placeOfFirst } from './arrivals';
import { opened } from './incoming';
import { readRecipients } from './recipients';
import type { ComposeModel } from './use-compose';
import { loadPhone } from './use-phone';

/** What waits for the user's word, and the word. */
export interface AskedArrivals {
  readonly arrivals: readonly Arrival[];
  readonly answer: (place: 'here' | 'anew' | 'nowhere') => void;
}

export interface ArrivalsModel {
  readonly asked: AskedArrivals | null;
  /** Brings files and numbers into the send window, and shows it. */
  readonly arrive: (arrival: Arrival) => void;
}

/** Files and numbers from elsewhere: they show the send window and go into the fax, or are asked about once. */
export function useArrivals(compose: ComposeModel, showCompose: () => void): ArrivalsModel {
  const { beginning } = useServices();
  const [arrivals, change] = useReducer(changeArrivals, noArrivals);
  const place = placeOfFirst(arrivals, compose.state);
  const [first] = arrivals.waiting;

  const placeFirst = useEffectEvent((where: 'here' | 'anew') => {
    if (!first) return;
    change({ kind: 'firstPlaced' });
    put(first, where, compose);
  });
  useEffect(() => {
    if (place === 'here' || place === 'anew') placeFirst(place);
  }, [place, first]);
  const arrive = useCallback(
    (arrival: Arrival) => {
      showCompose();
      change({ kind: 'arrived', arrival });
    },
    [showCompose],
  );
  useEffect(
    () => beginning.onArrival((arrival) => arrive({ ...arrival, files: arrival.files.map(opened) })),
    [beginning, arrive],
  );

  const asked: AskedArrivals = {
    arrivals: arrivals.waiting,
    answer(where) {
      change({ kind: 'answered', placed: where !== 'nowhere' });
      if (where !== 'nowhere') put(agreed(arrivals.waiting), where, compose);
    },
  };
  return { asked: place === 'ask' ? asked : null, arrive };
}

function put(arrived: Omit<Arrival, 'group'>, where: 'here' | 'anew', compose: ComposeModel): void {
  if (where === 'anew') compose.dispatch({ kind: 'startedAnew', keepPages: false });
  for (const failure of arrived.failures) {
    compose.dispatch({ kind: 'noticed', notice: { id: crypto.randomUUID(), failure } });
  }
  if (arrived.files.length > 0) compose.add(arrived.files);
  if (arrived.numbers.length > 0) void fillIn(arrived.numbers, where === 'here' ? compose.state.typed : '', compose);
}

/** What was being typed is read with them, or the field would lose it. */
async function fillIn(numbers: readonly string[], typed: string, { dispatch }: ComposeModel): Promise<void> {
  dispatch({ kind: 'recipientsRead', read: readRecipients([typed, ...numbers].join(','), [], await loadPhone()) });
}

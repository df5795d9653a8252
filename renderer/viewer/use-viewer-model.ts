import { useMemo, useState } from 'react';
import type { Arrival } from '../compose/arrivals';
import { useServices } from '../services';
import { createOpenings } from './openings';
import type { Viewed, ViewerModel } from './viewed';

const nothing: Arrival = { group: null, files: [], numbers: [], failures: [] };

/** What is looked at, and the way from there into the send window. */
export function useViewerModel(arrive: (arrival: Arrival) => void): ViewerModel {
  const { client, openPress } = useServices();
  const [viewed, view] = useState<Viewed | null>(null);
  const [open] = useState(() => createOpenings({ client, openPress }));
  return useMemo(() => {
    const begin = (arrival: Arrival): void => {
      view(null);
      arrive(arrival);
    };
    return {
      viewed,
      view,
      open,
      forward: (pages) => begin({ ...nothing, files: [{ kind: 'file', file: pages, isFolder: false }] }),
      reply: (number) => begin({ ...nothing, numbers: [number] }),
    };
  }, [viewed, open, arrive]);
}

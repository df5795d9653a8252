import { useCallback, useMemo, useRef, useState } from 'react';
import type { Arrival } from '../compose/arrivals';
import { useTexts } from '../language';
import { useServices } from '../services';
import { createOpenings, keepingOne, type Openings } from './openings';
import { wantedOf } from './use-document';
import type { Viewed, ViewerModel } from './viewed';

const nothing: Arrival = { group: null, files: [], numbers: [], failures: [] };

/** What is looked at, and the way from there into the send window. */
export function useViewerModel(arrive: (arrival: Arrival) => void): ViewerModel {
  const { client, openPress } = useServices();
  const [openings] = useState(() => createOpenings({ client, openPress, likelyWidthPx }));
  const { viewed, view } = useViewed(openings);
  return useMemo(() => {
    const begin = (arrival: Arrival): void => {
      view(null);
      arrive(arrival);
    };
    return {
      viewed,
      view,
      ...openings,
      forward: (pages) => begin({ ...nothing, files: [{ kind: 'file', file: pages, isFolder: false }] }),
      reply: (number) => begin({ ...nothing, numbers: [number] }),
    };
  }, [viewed, view, openings, arrive]);
}

/** Of the window, what lies beside a page and around it. */
const BESIDE_PX = 603;
const NARROWEST_PX = 300;

const likelyWidthPx = (): number => Math.round(Math.max(innerWidth - BESIDE_PX, NARROWEST_PX) * devicePixelRatio);

/**
 * A record is asked for again: a list may not have heard yet of the note that was written a moment ago. Meanwhile, and while the
 * viewer is made, its document is opened.
 */
function useViewed({ open }: Openings): Pick<ViewerModel, 'viewed' | 'view'> {
  const { client } = useServices();
  const { t } = useTexts();
  const [viewed, setViewed] = useState<Viewed | null>(null);
  const wanted = useRef<Viewed | null>(null);
  const [keepOpen] = useState(() => keepingOne(open));
  const view = useCallback(
    (next: Viewed | null): void => {
      wanted.current = next;
      keepOpen(next && wantedOf(next, t));
      if (next?.kind !== 'record') {
        setViewed(next);
        return;
      }
      void client.call('records.get', { callUuid: next.record.callUuid }).then((record) => {
        if (wanted.current === next) setViewed(record === null ? next : { kind: 'record', record });
      });
    },
    [client, keepOpen, t],
  );
  return { viewed, view };
}

import { useMemo, useState } from 'react';
import { readRecipients } from '../compose/recipients';
import type { ComposeModel } from '../compose/use-compose';
import { loadPhone } from '../compose/use-phone';
import type { Viewed, ViewerModel } from './viewed';

/** What is looked at, and the way from there into the send window. */
export function useViewerModel(compose: ComposeModel, showCompose: () => void): ViewerModel {
  const [viewed, view] = useState<Viewed | null>(null);
  const { dispatch, add, state } = compose;
  const isSent = state.phase.kind === 'sent';
  return useMemo(() => {
    const begin = (): void => {
      if (isSent) dispatch({ kind: 'startedAnew', keepPages: false });
      view(null);
      showCompose();
    };
    return {
      viewed,
      view,
      forward(pages) {
        begin();
        add([{ kind: 'file', file: pages, isFolder: false }]);
      },
      reply(number) {
        begin();
        void loadPhone().then((phone) => {
          dispatch({ kind: 'recipientsRead', read: readRecipients(number, [], phone) });
        });
      },
    };
  }, [viewed, isSent, dispatch, add, showCompose]);
}

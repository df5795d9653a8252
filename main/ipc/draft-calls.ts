import type { DraftStore } from '../drafts/draft-store';
import type { Handlers } from './serve';

export interface DraftCallParts {
  readonly drafts: DraftStore;
  /** The window has what was left to it: what comes from outside may follow. */
  readonly onTaken: () => void;
}

type Served = 'draft.take' | 'draft.keep' | 'draft.keepBytes' | 'draft.forget';

export function draftCalls({ drafts, onTaken }: DraftCallParts): Pick<Handlers, Served> {
  return {
    async 'draft.take'() {
      const draft = await drafts.take();
      // After the answer has left.
      setImmediate(onTaken);
      return draft;
    },
    'draft.keep': (draft) => drafts.keep(draft),
    'draft.keepBytes': async ({ token, bytes }) => ({ token: await drafts.keepBytes(token, bytes) }),
    'draft.forget': () => drafts.forget(),
  };
}

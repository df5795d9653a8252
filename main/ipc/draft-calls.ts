import type { DraftStore } from '../drafts/draft-store';
import type { Handlers } from './serve';

export interface DraftCallParts {
  readonly drafts: DraftStore;
  /** The window has what was left to it: what comes from outside may follow. */
  readonly onTaken: () => void;
  /** The window shows a fax in the making. */
  readonly onKept: () => void;
}

type Served = 'draft.take' | 'draft.keep' | 'draft.keepBytes' | 'draft.forget';

export function draftCalls({ drafts, onTaken, onKept }: DraftCallParts): Pick<Handlers, Served> {
  return {
    async 'draft.take'() {
      const draft = await drafts.take();
      // After the answer has left.
      setImmediate(onTaken);
      return draft;
    },
    async 'draft.keep'(draft) {
      await drafts.keep(draft);
      onKept();
    },
    'draft.keepBytes': async ({ token, bytes }) => ({ token: await drafts.keepBytes(token, bytes) }),
    'draft.forget': () => drafts.forget(),
  };
}

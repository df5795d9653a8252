import type { Failure } from '../../app/failure';
import type { Result } from '../../app/result';
import { createContext, type Dispatch, useContext, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { hasKey, useKnown, useServices } from '../services';
import { addFiles } from './add-files';
import { type Incoming, opened } from './incoming';
import { focusField } from './fields';
import { PagePresses } from './page-presses';
import type { Page } from './pages';
import { type Asked, useQuestions } from './questions';
import { send } from './send';
import { createThumbnails, type Thumbnails } from './thumbnails';
import { undoSend } from './undo-send';
import { type RestoredWord, useDraft } from './use-draft';
import { useSenders } from './use-senders';
import type { When } from './when';
import {
  changeCompose,
  type Choices,
  choicesOf,
  type Compose,
  type ComposeAction,
  type Draft,
  emptyCompose,
} from './state';

/** The send window: its state and what can be done with it. */
export interface ComposeModel {
  readonly state: Compose;
  readonly choices: Choices;
  /** The account's own numbers; `null` until they are known. */
  readonly senders: Result<string[]> | null;
  readonly presses: PagePresses;
  readonly thumbnails: Thumbnails;
  readonly newFax: NewFax;
  /** That a fax in the making was brought back, until it is dismissed. */
  readonly restored: RestoredWord | null;
  /** What must be known of a file being added. */
  readonly asked: Asked | null;
  readonly dispatch: Dispatch<ComposeAction>;
  readonly add: (incoming: readonly Incoming[]) => void;
  readonly chooseFiles: () => void;
  /** Chooses for this fax and remembers for the next. */
  readonly choose: (draft: Draft) => void;
  /** As the settings say where `when` is not given. */
  readonly send: (when?: When) => void;
  /** Takes back the fax just sent; the pages and recipients are as they were. */
  readonly undoSend: () => void;
  readonly cancelSending: () => void;
}

/** Whether the user is being asked to throw the pages away. */
export interface NewFax {
  readonly asking: boolean;
  /** Begins a new fax; asks first when pages would be lost. */
  readonly ask: () => void;
  readonly cancel: () => void;
}

export const ComposeContext = createContext<ComposeModel | null>(null);

export function useCompose(): ComposeModel {
  const model = useContext(ComposeContext);
  if (!model) throw new Error('useCompose is called outside ComposeContext.');
  return model;
}

/** `askForKey` is called when a fax that is otherwise ready lacks only the key. */
export function useComposeModel(askForKey: () => void): ComposeModel {
  const { client, openPress } = useServices();
  const { settings, keyStatus, changeSettings } = useKnown();
  const [state, dispatch] = useReducer(changeCompose, emptyCompose);
  const presses = usePresses(dispatch);
  const [thumbnails] = useState(() => createThumbnails(openPress));
  const sending = useRef<{ readonly abort: AbortController; readonly done: Promise<void> } | null>(null);
  const senders = useSenders();
  const { asked, questions } = useQuestions();
  const newFax = useNewFax(state, dispatch);
  const restored = useDraft(state, dispatch, questions);
  const choices = useMemo(() => {
    return choicesOf(state.draft, settings, senders?.ok ? senders.value : null);
  }, [state.draft, settings, senders]);

  useEffect(
    () => presses.want(state.pages.now, choices, state.shown),
    [presses, state.pages.now, state.shown, choices],
  );

  const add = (incoming: readonly Incoming[]): void => {
    const isFirst = state.pages.now.length === 0 && state.reading === 0;
    const foresee = (page: Page): void => {
      if (isFirst) presses.yieldTo(thumbnails(page, choices, new AbortController().signal));
    };
    void addFiles(incoming, { client, openPress, questions, dispatch, foresee, until: sending.current?.done });
  };
  return {
    state,
    choices,
    senders,
    presses,
    thumbnails,
    newFax,
    restored,
    asked,
    dispatch,
    add,
    chooseFiles: () => void client.call('files.choose').then((files) => add(files.map(opened))),
    choose(draft) {
      dispatch({ kind: 'chosen', draft });
      changeSettings(draft);
    },
    send(when = { kind: settings?.officeHoursOnly === true ? 'officeHours' : 'now' }) {
      if (state.phase.kind !== 'editing') return;
      const abort = new AbortController();
      const askFor = (missing: Failure): void => (missing.kind === 'keyMissing' ? askForKey() : focusField(missing));
      const undoMs = (settings?.undoSeconds ?? 0) * 1000;
      const ports = { client, openPress, presses, questions, dispatch, undoMs, askFor };
      const done = send({ state, choices, hasKey: hasKey(keyStatus), when }, ports, abort.signal);
      sending.current = { abort, done };
      void done.finally(() => (sending.current = null));
    },
    undoSend: () => void undoSend(state, client, dispatch),
    cancelSending: () => sending.current?.abort.abort(),
  };
}

function usePresses(dispatch: Dispatch<ComposeAction>): PagePresses {
  const { openPress } = useServices();
  const [presses] = useState(
    () =>
      new PagePresses(openPress, ({ id, source }, failure) => {
        dispatch({ kind: 'noticed', notice: { id, failure } });
        dispatch({ kind: 'discarded', source });
      }),
  );
  return presses;
}

function useNewFax({ phase, pages, recipients }: Compose, dispatch: Dispatch<ComposeAction>): NewFax {
  const [asking, setAsking] = useState(false);
  const mayBeLost = phase.kind !== 'sent' && (pages.now.length > 0 || recipients.length > 0);
  return {
    asking,
    ask: () => (mayBeLost ? setAsking(true) : dispatch({ kind: 'startedAnew', keepPages: false })),
    cancel: () => setAsking(false),
  };
}

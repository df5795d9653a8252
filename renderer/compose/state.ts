import { assertNever } from '../../app/assert-never';
import type { Failure } from '../../app/failure';
import type { Darkness, Mode, Resolution } from '../../app/fax/profile';
import type { Settings } from '../../app/settings';
import { changePages, type Ids, neighbourOf, noPages, type Page, type Pages, type PagesAction } from './pages';
import { addRecipients, type ReadRecipients, type Recipients, removeRecipient } from './recipients';

/** A fax in the making, brought back. */
export interface Restored {
  readonly pages: readonly Page[];
  readonly recipients: Recipients;
  readonly typed: string;
  readonly draft: Draft;
}

/** What the user chose for this fax; what is `undefined` is as remembered in the settings. */
export interface Draft {
  readonly header?: string;
  readonly sender?: string | null;
  readonly resolution?: Resolution;
  readonly mode?: Mode;
  readonly darkness?: Darkness;
  /** Papers on desks are cut out, skew and specks removed. */
  readonly tidy?: boolean;
  /** The strip under the receiver's header line is left free. */
  readonly topMargin?: boolean;
}

export type Choices = Required<Draft>;

/** Where the making of a fax stands. */
export type Phase =
  | { readonly kind: 'editing' }
  | { readonly kind: 'pressing'; readonly done: number; readonly total: number }
  | { readonly kind: 'assembling' }
  /** The user is asked about recipients that had the document before. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'queueing' }
  | {
      readonly kind: 'sent';
      readonly faxId: string;
      /** Until when it can be undone, and when it is sent if that was set; epoch milliseconds. */
      readonly undoUntil: number;
      readonly sendAt: number | null;
    };

/** Something that went wrong, shown until dismissed. */
export interface Notice {
  readonly id: string;
  readonly failure: Failure;
}

export interface Compose {
  readonly pages: Pages;
  readonly selected: Ids;
  /** The page in the preview. */
  readonly shown: string | null;
  readonly recipients: Recipients;
  /** What stands in the recipients' field and is no recipient yet. */
  readonly typed: string;
  /** The pieces of `typed` that can't be a number; known after reading it. */
  readonly rejected: readonly string[];
  /** Digits just typed again. */
  readonly repeated: readonly string[];
  readonly draft: Draft;
  /** Files being read now. */
  readonly reading: number;
  readonly notices: readonly Notice[];
  readonly phase: Phase;
  /** Send was pressed while something was missing: from now on the fields say what. */
  readonly attempted: boolean;
}

export type ComposeAction =
  | PagesAction
  | { readonly kind: 'selected'; readonly ids: Ids }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'recipientsRead'; readonly read: ReadRecipients }
  | { readonly kind: 'recipientRemoved'; readonly digits: string }
  | { readonly kind: 'recipientsCleared' }
  | { readonly kind: 'chosen'; readonly draft: Draft }
  | { readonly kind: 'readingChanged'; readonly by: number }
  | { readonly kind: 'noticed'; readonly notice: Notice }
  | { readonly kind: 'dismissed'; readonly id: string }
  | { readonly kind: 'phaseChanged'; readonly phase: Phase }
  | { readonly kind: 'attempted' }
  | { readonly kind: 'startedAnew'; readonly keepPages: boolean }
  /** What was being prepared when the program last ended. */
  | { readonly kind: 'restored'; readonly draft: Restored };

export const emptyCompose: Compose = {
  pages: noPages,
  selected: new Set(),
  shown: null,
  recipients: [],
  typed: '',
  rejected: [],
  repeated: [],
  draft: {},
  reading: 0,
  notices: [],
  phase: { kind: 'editing' },
  attempted: false,
};

/** The send window's state after `action`. */
export function changeCompose(state: Compose, action: ComposeAction): Compose {
  switch (action.kind) {
    case 'selected':
      return { ...state, selected: action.ids, shown: shownOf(state, action.ids) };
    case 'typed':
      return { ...state, typed: action.text, rejected: [], repeated: [] };
    case 'recipientsRead':
      return withRead(state, action.read);
    case 'recipientRemoved':
      return { ...state, recipients: removeRecipient(state.recipients, action.digits) };
    case 'recipientsCleared':
      return { ...state, recipients: [] };
    case 'chosen':
      return { ...state, draft: { ...state.draft, ...action.draft } };
    case 'readingChanged':
      return { ...state, reading: state.reading + action.by };
    case 'noticed':
      return { ...state, notices: withNotice(state.notices, action.notice) };
    case 'dismissed':
      return { ...state, notices: state.notices.filter(({ id }) => id !== action.id) };
    case 'phaseChanged':
      // What was said of a fax is of no use once it is on its way.
      return { ...state, phase: action.phase, notices: action.phase.kind === 'sent' ? [] : state.notices };
    case 'attempted':
      return { ...state, attempted: true };
    case 'startedAnew':
      return startedAnew(state, action.keepPages);
    case 'restored':
      return restored(state, action.draft);
    case 'added':
      return added(state.phase.kind === 'sent' ? startedAnew(state, false) : state, action);
    case 'moved':
    case 'shifted':
    case 'rotated':
    case 'cut':
    case 'removed':
    case 'discarded':
    case 'undone':
    case 'redone':
      return repaged(state, action);
    default:
      return assertNever(action);
  }
}

const withRead = (state: Compose, { added, repeated, rejected }: ReadRecipients): Compose => ({
  ...state,
  recipients: addRecipients(state.recipients, added),
  typed: rejected.join(', '),
  rejected,
  repeated,
});

function startedAnew({ draft, reading, pages, selected, shown }: Compose, keepPages: boolean): Compose {
  const anew = { ...emptyCompose, draft, reading };
  return keepPages ? { ...anew, pages, selected, shown } : { ...anew, draft: lasting(draft) };
}

/** What the user did before it came stays; what was left comes before it. */
function restored(state: Compose, { pages, recipients, typed, draft }: Restored): Compose {
  const now = [...pages, ...state.pages.now];
  const first = now[0]?.id ?? null;
  return {
    ...state,
    pages: { ...state.pages, now },
    shown: state.shown ?? first,
    selected: state.shown === null && first !== null ? new Set([first]) : state.selected,
    recipients: addRecipients(recipients, state.recipients),
    typed: state.typed === '' ? typed : state.typed,
    draft: { ...draft, ...state.draft },
  };
}

/** Choices made for these pages only. */
const passing: ReadonlySet<string> = new Set<keyof Draft>(['darkness', 'tidy', 'topMargin']);

/** What of the choices is for the next fax, too. */
const lasting = (draft: Draft): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([name]) => !passing.has(name)));

/** The same sentence twice says nothing more. */
function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  const said = JSON.stringify(notice.failure);
  return notices.some(({ failure }) => JSON.stringify(failure) === said) ? notices : [...notices, notice];
}

/** New pages never take the preview away from the page being looked at. */
function added(state: Compose, action: PagesAction): Compose {
  const pages = changePages(state.pages, action);
  const first = pages.now[0]?.id ?? null;
  if (state.shown !== null || first === null) return { ...state, pages };
  return { ...state, pages, shown: first, selected: new Set([first]) };
}

/** After pages changed, the selection holds only pages that are there, and one if there are any. */
function repaged(state: Compose, action: PagesAction): Compose {
  const pages = changePages(state.pages, action);
  if (pages === state.pages) return state;
  const present = new Set(pages.now.map(({ id }) => id));
  const kept = new Set([...state.selected].filter((id) => present.has(id)));
  const fallback = neighbourStill(state.pages.now, state.selected, present) ?? pages.now[0]?.id ?? null;
  const selected = kept.size > 0 || fallback === null ? kept : new Set([fallback]);
  const shown = state.shown !== null && present.has(state.shown) ? state.shown : firstOf(selected);
  return { ...state, pages, selected, shown };
}

function neighbourStill(before: readonly Page[], selected: Ids, present: Ids): string | null {
  const neighbour = neighbourOf(before, selected);
  return neighbour !== null && present.has(neighbour) ? neighbour : null;
}

function shownOf(state: Compose, ids: Ids): string | null {
  const newlySelected = [...ids].findLast((id) => !state.selected.has(id));
  if (newlySelected !== undefined) return newlySelected;
  return state.shown !== null && ids.has(state.shown) ? state.shown : (firstOf(ids) ?? state.shown);
}

const firstOf = (ids: Ids): string | null => [...ids][0] ?? null;

/**
 * The choices in force: the draft's, and the remembered ones where it is silent. A sender that is not one of the
 * account's own numbers, once those are known, is no choice.
 */
export function choicesOf(draft: Draft, remembered: Settings | null, ownNumbers: readonly string[] | null): Choices {
  const sender = draft.sender === undefined ? (remembered?.sender ?? null) : draft.sender;
  const isOwn = sender === null || ownNumbers === null || ownNumbers.includes(sender);
  return {
    header: draft.header ?? remembered?.header ?? '',
    sender: isOwn ? sender : null,
    resolution: draft.resolution ?? remembered?.resolution ?? 'fine',
    mode: draft.mode ?? remembered?.mode ?? 'auto',
    darkness: draft.darkness ?? 0,
    tidy: draft.tidy ?? true,
    topMargin: draft.topMargin ?? false,
  };
}

/** All that keeps this fax from being sent, in the order a person would mend it. */
export function missingFrom(state: Compose, choices: Choices, hasKey: boolean): Failure[] {
  const missing: Failure[] = [];
  if (state.pages.now.length === 0) missing.push({ kind: 'noPages' });
  const [input] = state.rejected;
  if (input !== undefined) missing.push({ kind: 'numberImpossible', input });
  else if (state.recipients.length === 0) missing.push({ kind: 'noRecipient' });
  if (choices.header.trim() === '') missing.push({ kind: 'headerMissing' });
  if (!hasKey) missing.push({ kind: 'keyMissing' });
  return missing;
}

import { assertNever } from '../../app/assert-never';
import type { Given } from '../../app/contract';
import type { Corners } from '../../app/fax/paper/corners';
import { placeOfGiven } from './given-order';
import type { Stored } from './worker/stored';

export type Rotation = 0 | 90 | 180 | 270;

/** A file the user gave, read and recognised. */
export interface Source {
  readonly file: Stored;
  readonly name: string;
  readonly pageCount: number;
  /** Held as long as the pages are, and never kept elsewhere. */
  readonly password?: string | undefined;
  /** Where it came from outside. */
  readonly given?: Given | undefined;
}

/** One page of the fax: a page of a source, turned clockwise. */
export interface Page {
  readonly id: string;
  readonly source: Source;
  /** From 1. */
  readonly sourcePage: number;
  readonly rotation: Rotation;
  /** What the user cut out of the source; otherwise the paper is found by itself. */
  readonly corners?: Corners | undefined;
}

/** The pages in sending order, with what they were before each change. */
export interface Pages {
  readonly now: readonly Page[];
  readonly past: readonly (readonly Page[])[];
  readonly future: readonly (readonly Page[])[];
  /** The batch of files the last change added to, so that undo takes the batch away as one. */
  readonly batch: string | null;
}

export type PagesAction =
  /** Pages of one source. What came from outside goes where its start says, all else to the end. */
  | { readonly kind: 'added'; readonly pages: readonly Page[]; readonly batch: string }
  | { readonly kind: 'moved'; readonly ids: Ids; readonly beside: string; readonly where: 'before' | 'after' }
  | { readonly kind: 'shifted'; readonly ids: Ids; readonly by: -1 | 1 }
  | { readonly kind: 'rotated'; readonly ids: Ids; readonly by: 90 | -90 }
  /** Without corners the paper is found by itself again. */
  | { readonly kind: 'cut'; readonly ids: Ids; readonly corners: Corners | undefined }
  | { readonly kind: 'removed'; readonly ids: Ids }
  /** The source turned out to be unusable: its pages leave, also what undo would bring back. */
  | { readonly kind: 'discarded'; readonly source: Source }
  | { readonly kind: 'undone' }
  | { readonly kind: 'redone' };

export type Ids = ReadonlySet<string>;

export const noPages: Pages = { now: [], past: [], future: [], batch: null };

const undoSteps = 100;

/** The pages after `action`; the same object when nothing changes. */
export function changePages(pages: Pages, action: PagesAction): Pages {
  switch (action.kind) {
    case 'added':
      return added(pages, action.pages, action.batch);
    case 'moved':
      return changed(pages, moved(pages.now, action.ids, action.beside, action.where));
    case 'shifted':
      return changed(pages, shifted(pages.now, action.ids, action.by));
    case 'rotated':
      return changed(
        pages,
        pages.now.map((page) => (action.ids.has(page.id) ? turned(page, action.by) : page)),
      );
    case 'cut':
      return changed(
        pages,
        pages.now.map((page) => (action.ids.has(page.id) ? { ...page, corners: action.corners } : page)),
      );
    case 'removed':
      return changed(
        pages,
        pages.now.filter((page) => !action.ids.has(page.id)),
      );
    case 'discarded':
      return discarded(pages, action.source);
    case 'undone':
      return undone(pages);
    case 'redone':
      return redone(pages);
    default:
      return assertNever(action);
  }
}

/** The page to select when those with `ids` leave: the next that stays, or else the one before. */
export function neighbourOf(pages: readonly Page[], ids: Ids): string | null {
  const last = pages.findLastIndex((page) => ids.has(page.id));
  const next = pages.slice(last + 1)[0];
  const previous = pages.slice(0, Math.max(last, 0)).findLast((page) => !ids.has(page.id));
  return (next ?? previous)?.id ?? null;
}

function added(pages: Pages, more: readonly Page[], batch: string): Pages {
  const at = placeOfGiven(pages.now, more[0]?.source.given);
  const now = [...pages.now.slice(0, at), ...more, ...pages.now.slice(at)];
  return pages.batch === batch ? { ...pages, now } : { ...changed(pages, now), batch };
}

function changed(pages: Pages, now: readonly Page[]): Pages {
  if (sameOrder(pages.now, now)) return pages;
  return { now, past: [...pages.past, pages.now].slice(-undoSteps), future: [], batch: null };
}

const sameOrder = (a: readonly Page[], b: readonly Page[]): boolean =>
  a.length === b.length && a.every((page, index) => page === b[index]);

function moved(now: readonly Page[], ids: Ids, beside: string, where: 'before' | 'after'): readonly Page[] {
  const target = now.findIndex((page) => page.id === beside);
  if (target < 0) return now;
  const split = where === 'before' ? target : target + 1;
  const staying = (page: Page): boolean => !ids.has(page.id);
  return [
    ...now.slice(0, split).filter(staying),
    ...now.filter((page) => ids.has(page.id)),
    ...now.slice(split).filter(staying),
  ];
}

/** Each chosen page changes places with the unchosen one beside it; a block at the edge stays. */
function shifted(now: readonly Page[], ids: Ids, by: -1 | 1): readonly Page[] {
  const order = [...now];
  const indexes = by < 0 ? [...order.keys()] : [...order.keys()].reverse();
  for (const index of indexes) {
    const page = order[index];
    const other = order[index + by];
    if (!page || !other || !ids.has(page.id) || ids.has(other.id)) continue;
    order[index + by] = page;
    order[index] = other;
  }
  return order;
}

const turned = (page: Page, by: 90 | -90): Page => ({
  ...page,
  rotation: ((page.rotation + by + 360) % 360) as Rotation,
});

function discarded(pages: Pages, source: Source): Pages {
  const without = (list: readonly Page[]): readonly Page[] => list.filter((page) => page.source !== source);
  return {
    ...pages,
    now: without(pages.now),
    past: pages.past.map(without),
    future: pages.future.map(without),
  };
}

function undone({ now, past, future }: Pages): Pages {
  const before = past.at(-1);
  if (!before) return { now, past, future, batch: null };
  return { now: before, past: past.slice(0, -1), future: [now, ...future], batch: null };
}

function redone({ now, past, future }: Pages): Pages {
  const [after, ...later] = future;
  if (!after) return { now, past, future, batch: null };
  return { now: after, past: [...past, now], future: later, batch: null };
}

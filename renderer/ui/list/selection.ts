/** Which rows of a list are selected, by key, and where the keyboard stands. */
export interface ListSelection {
  readonly keys: ReadonlySet<string>;
  /** The row that keys act on; -1 before the first. */
  readonly active: number;
  /** Where a range begins. */
  readonly anchor: number;
}

export const noSelection: ListSelection = { keys: new Set(), active: -1, anchor: -1 };

/** What the user does to rows by mouse or keyboard. */
export type ListGesture =
  /** To this row alone. */
  | { readonly kind: 'go'; readonly to: number }
  /** From the anchor to this row. */
  | { readonly kind: 'extend'; readonly to: number }
  /** This row in or out, the others as they are. */
  | { readonly kind: 'toggle'; readonly at: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'none' };

/** A row's key; `undefined` for one that is not loaded, which can't be selected. */
export type KeyAt = (index: number) => string | undefined;

/** The selection after a gesture, as in a file manager. */
export function select(before: ListSelection, gesture: ListGesture, count: number, keyAt: KeyAt): ListSelection {
  switch (gesture.kind) {
    case 'go':
      return { keys: keysIn(gesture.to, gesture.to, keyAt), active: gesture.to, anchor: gesture.to };
    case 'extend': {
      const anchor = before.anchor === -1 ? gesture.to : before.anchor;
      return { keys: keysIn(anchor, gesture.to, keyAt), active: gesture.to, anchor };
    }
    case 'toggle':
      return { keys: toggled(before.keys, keyAt(gesture.at)), active: gesture.at, anchor: gesture.at };
    case 'all':
      return { ...before, keys: keysIn(0, count - 1, keyAt) };
    case 'none':
      return { ...before, keys: new Set(), anchor: before.active };
  }
}

/** The rows a gesture selects, which must be loaded for it; `null` for none but the row itself. */
export function rangeOf(before: ListSelection, gesture: ListGesture, count: number): readonly [number, number] | null {
  if (gesture.kind === 'all') return [0, count - 1];
  if (gesture.kind !== 'extend' || before.anchor === -1) return null;
  return [Math.min(before.anchor, gesture.to), Math.max(before.anchor, gesture.to)];
}

function keysIn(from: number, to: number, keyAt: KeyAt): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
    const key = keyAt(index);
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

function toggled(keys: ReadonlySet<string>, key: string | undefined): ReadonlySet<string> {
  const next = new Set(keys);
  if (key !== undefined && !next.delete(key)) next.add(key);
  return next;
}

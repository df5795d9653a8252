import type { ListGesture } from './selection';

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key asks of a list of `count` rows with the keyboard on row `active`; `null` for none of its keys. */
export function gestureOf(event: Key, active: number, count: number, pageRows: number): ListGesture | null {
  const isCommand = event.ctrlKey || event.metaKey;
  if (count === 0) return null;
  if (isCommand && event.key.toLowerCase() === 'a') return { kind: 'all' };
  if (event.key === 'Escape') return { kind: 'none' };
  if (event.key === ' ') return active < 0 ? null : { kind: 'toggle', at: active };
  const to = targetOf(event.key, active, count, pageRows);
  return to === null ? null : { kind: event.shiftKey ? 'extend' : 'go', to };
}

function targetOf(key: string, active: number, count: number, pageRows: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active < 0 ? 0 : active - 1,
    PageDown: active + pageRows,
    PageUp: active - pageRows,
    Home: 0,
    End: count - 1,
  };
  const to = targets[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

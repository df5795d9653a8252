import type { BrowserWindow } from 'electron';
import type { EventName, EventPayload } from '../../app/contract';
import { tell } from '../ipc/serve';

/** The one window of the program, which may be hidden or not open at all. */
export interface WindowHost {
  /** `null` while there is none. */
  readonly current: () => BrowserWindow | null;
  /** Opens it where there is none. */
  readonly open: () => BrowserWindow;
  /** Brings it before the user. */
  readonly show: () => void;
  /** Tells its page; nothing where there is none. */
  readonly tell: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  /** Brings it before the user and does `action` once its page listens. */
  readonly showThen: (action: () => void) => void;
  readonly onPageReady: () => void;
}

/** `first`: the window that is open already. */
export function createWindowHost(create: () => BrowserWindow, first: BrowserWindow | null): WindowHost {
  let window = first;
  let isReady = false;
  let waiting: (() => void)[] = [];

  const current = (): BrowserWindow | null => (window?.isDestroyed() === false ? window : null);
  const open = (): BrowserWindow => {
    const there = current();
    if (there !== null) return there;
    isReady = false;
    window = create();
    return window;
  };
  const show = (): void => {
    const isNew = current() === null;
    const shown = open();
    if (isNew) return;
    if (shown.isMinimized()) shown.restore();
    shown.show();
    shown.focus();
  };
  return {
    current,
    open,
    show,
    tell(name, payload) {
      const there = current();
      if (there !== null) tell(there.webContents, name, payload);
    },
    showThen(action) {
      show();
      if (isReady) action();
      else waiting.push(action);
    },
    onPageReady() {
      isReady = true;
      const due = waiting;
      waiting = [];
      for (const action of due) action();
    },
  };
}

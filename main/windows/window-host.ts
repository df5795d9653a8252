import type { BrowserWindow } from 'electron';
import type { EventName, EventPayload } from '../../app/contract';
import { tell } from '../ipc/serve';
import { createGate } from './gate';

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
  /** Does `action` once its page takes what arrives, which is before it is drawn, and brings it before the user. */
  readonly showWith: (action: () => void) => void;
  readonly onPageTaking: () => void;
  readonly onPageReady: () => void;
}

/** `first`: the window that is open already. */
export function createWindowHost(create: () => BrowserWindow, first: BrowserWindow | null): WindowHost {
  let window = first;
  const taking = createGate();
  const ready = createGate();

  const current = (): BrowserWindow | null => (window?.isDestroyed() === false ? window : null);
  const open = (): BrowserWindow => {
    const there = current();
    if (there !== null) return there;
    taking.shut();
    ready.shut();
    window = create();
    return window;
  };
  const show = (): void => {
    const shown = open();
    // One that is starting is shown with its first paint.
    if (!ready.isOpen()) return;
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
      ready.whenOpen(action);
    },
    showWith(action) {
      show();
      taking.whenOpen(action);
    },
    onPageTaking: () => taking.open(),
    onPageReady: () => ready.open(),
  };
}

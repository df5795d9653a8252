/** The first page of what the program is started with. Until it is shown, what can wait leaves it the machine. */
export interface FirstPage {
  /** Resolves also where none is expected, or it takes too long. */
  readonly shown: Promise<void>;
  readonly onShown: () => void;
  /** The window's page runs; only from now on is it known how long the first page takes. */
  readonly onWindowReady: () => void;
}

/** `after` calls its action after so many milliseconds. */
export function expectFirstPage(isAny: boolean, after: (ms: number, action: () => void) => void): FirstPage {
  let onShown = (): void => undefined;
  const shown = new Promise<void>((resolve) => (onShown = resolve));
  if (!isAny) onShown();
  return {
    shown,
    onShown: () => after(PAINTING_MS, onShown),
    onWindowReady: () => after(LONGEST_MS, onShown),
  };
}

/** What the window has drawn is still to be painted. */
const PAINTING_MS = 300;

/** Nothing waits longer, whatever keeps the page away: a question, a file that is none. */
const LONGEST_MS = 3_000;

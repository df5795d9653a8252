/** The first page of what the program is started with. Until it is shown, what can wait leaves it the machine. */
export interface FirstPage {
  /** Resolves also where none is expected, or it takes too long. */
  readonly shown: Promise<void>;
  readonly onShown: () => void;
}

/** `after`: calls its action after so many milliseconds. */
export function expectFirstPage(isAny: boolean, after: (ms: number, action: () => void) => void): FirstPage {
  let onShown = (): void => undefined;
  const shown = new Promise<void>((resolve) => (onShown = resolve));
  if (isAny) after(LONGEST_MS, onShown);
  else onShown();
  return { shown, onShown };
}

/** What waits is not waited for longer, whatever keeps the page away. */
const LONGEST_MS = 3_000;

/** Lets actions pass while it is open; those that come before wait for that, in their order. */
export interface Gate {
  isOpen(): boolean;
  open(): void;
  shut(): void;
  whenOpen(action: () => void): void;
}

/** A gate that is shut. */
export function createGate(): Gate {
  let isOpen = false;
  let waiting: (() => void)[] = [];
  return {
    isOpen: () => isOpen,
    shut: () => void (isOpen = false),
    open() {
      isOpen = true;
      const due = waiting;
      waiting = [];
      for (const action of due) action();
    },
    whenOpen(action) {
      if (isOpen) action();
      else waiting.push(action);
    },
  };
}

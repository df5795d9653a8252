/** There because main starts renderers with V8's `--expose-gc` (decision 0027). */
interface Collecting {
  gc?(): void;
}

/**
 * Gives back what the last pages left: decoded pictures lie outside of V8's heap, where their size presses nobody to collect
 * them.
 */
export const collectGarbage = (): void => (globalThis as Collecting).gc?.();

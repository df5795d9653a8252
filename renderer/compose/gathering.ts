/** Hands on what is said: the first at once, what comes soon after it together. */
export interface Gathering<T> {
  say(word: T): void;
  /** Hands on what is left. */
  end(): void;
}

/** No words are handed on sooner than so many milliseconds after those before. */
export function gathering<T>(handOn: (words: readonly T[]) => void, pauseMs: number): Gathering<T> {
  let words: T[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = (): void => {
    timer = null;
    if (words.length === 0) return;
    const said = words;
    words = [];
    timer = setTimeout(flush, pauseMs);
    handOn(said);
  };
  return {
    say(word) {
      words.push(word);
      if (timer === null) flush();
    },
    end() {
      if (timer !== null) clearTimeout(timer);
      flush();
    },
  };
}

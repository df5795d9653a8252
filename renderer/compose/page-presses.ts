import type { Failure } from '../../app/failure';
import type { Darkness, Mode, Resolution } from '../../app/fax/profile';
import { fail, type Result } from '../../app/result';
import type { Page } from './pages';
import type { FaxPage, Press, PressOptions } from './press';

export interface PressChoices {
  readonly resolution: Resolution;
  readonly mode: Mode;
  readonly darkness?: Darkness | undefined;
  readonly tidy?: boolean | undefined;
  readonly topMargin?: boolean | undefined;
}

interface Entry {
  readonly page: Page;
  readonly choices: PressChoices;
  readonly abort: AbortController;
  readonly promise: Promise<Result<FaxPage>>;
  readonly settle: (result: Result<FaxPage>) => void;
  state: 'waiting' | 'running' | Result<FaxPage>;
}

const cancelled: Failure = { kind: 'cancelled' };

/**
 * The fax pages of the send window: each page is pressed once for its rotation and choices, two at a time, the page
 * being looked at first.
 */
export class PagePresses {
  readonly #openPress: () => Promise<Pick<Press, 'page'>>;
  readonly #onFailure: (page: Page, failure: Failure) => void;
  readonly #parallel: number;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #running = 0;
  #version = 0;

  /** `onFailure` hears of every page that can't be pressed, but not of those given up. */
  constructor(
    openPress: () => Promise<Pick<Press, 'page'>>,
    onFailure: (page: Page, failure: Failure) => void,
    parallel = 2,
  ) {
    this.#openPress = openPress;
    this.#onFailure = onFailure;
    this.#parallel = parallel;
  }

  /** Presses these pages and forgets all others. `first` is the id of the page to press before the rest. */
  want(pages: readonly Page[], choices: PressChoices, first: string | null): void {
    this.#forgetAllBut(new Set(pages.map((page) => keyOf(page, choices))));
    for (const page of pages) this.#entryOf(page, choices, page.id === first);
    this.#startNext();
  }

  /** Begins no other page before that has ended: few machines have cores enough for both. */
  yieldTo(urgent: Promise<unknown>): void {
    this.#running += this.#parallel;
    const goOn = (): void => {
      this.#running -= this.#parallel;
      this.#startNext();
    };
    urgent.then(goOn, goOn);
  }

  /** The pressed page, however long it takes; `cancelled` if the page is no longer wanted. */
  get(page: Page, choices: PressChoices): Promise<Result<FaxPage>> {
    const { promise } = this.#entryOf(page, choices, false);
    this.#startNext();
    return promise;
  }

  /** The outcome if it is there already. */
  peek(page: Page, choices: PressChoices): Result<FaxPage> | null {
    const state = this.#entries.get(keyOf(page, choices))?.state;
    return typeof state === 'object' ? state : null;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Grows with every pressed page. */
  readonly version = (): number => this.#version;

  #entryOf(page: Page, choices: PressChoices, first: boolean): Entry {
    const key = keyOf(page, choices);
    const known = this.#entries.get(key);
    if (known && !(first && known.state === 'waiting')) return known;
    const entry = known ?? newEntry(page, choices);
    this.#entries.delete(key);
    if (first) this.#putFirst(key, entry);
    else this.#entries.set(key, entry);
    return entry;
  }

  #putFirst(key: string, entry: Entry): void {
    const rest = [...this.#entries];
    this.#entries.clear();
    for (const [each, other] of [[key, entry] as const, ...rest]) this.#entries.set(each, other);
  }

  #forgetAllBut(keys: ReadonlySet<string>): void {
    for (const [key, entry] of this.#entries) {
      if (keys.has(key)) continue;
      this.#entries.delete(key);
      entry.abort.abort();
      entry.settle(fail(cancelled));
    }
  }

  #startNext(): void {
    for (const entry of this.#entries.values()) {
      if (this.#running >= this.#parallel) return;
      if (entry.state === 'waiting') void this.#run(entry);
    }
  }

  async #run(entry: Entry): Promise<void> {
    entry.state = 'running';
    this.#running += 1;
    const result = await this.#press(entry);
    this.#running -= 1;
    entry.state = result;
    entry.settle(result);
    this.#version += 1;
    for (const listener of this.#listeners) listener();
    if (!result.ok && result.failure.kind !== 'cancelled') this.#onFailure(entry.page, result.failure);
    this.#startNext();
  }

  async #press({ page, choices, abort }: Entry): Promise<Result<FaxPage>> {
    try {
      const press = await this.#openPress();
      const options = optionsOf(page, choices);
      return await press.page(page.source, options, abort.signal);
    } catch {
      return fail(abort.signal.aborted ? cancelled : { kind: 'imageDamaged', name: page.source.name });
    }
  }
}

/** All that makes one pressed page differ from another. */
const optionsOf = ({ rotation, sourcePage, corners }: Page, choices: PressChoices): PressOptions => ({
  resolution: choices.resolution,
  mode: choices.mode,
  darkness: choices.darkness,
  tidy: choices.tidy,
  topMargin: choices.topMargin,
  rotation,
  sourcePage,
  corners,
});

const keyOf = (page: Page, choices: PressChoices): string => `${page.id} ${JSON.stringify(optionsOf(page, choices))}`;

function newEntry(page: Page, choices: PressChoices): Entry {
  let settle: Entry['settle'] = () => undefined;
  const promise = new Promise<Result<FaxPage>>((resolve) => (settle = resolve));
  return { page, choices, abort: new AbortController(), promise, settle, state: 'waiting' };
}

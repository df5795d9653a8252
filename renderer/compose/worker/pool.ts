import type { CallTable, FromWorker, Reply, Request, Shared } from './protocol';

/** The part of a `Worker` the pool uses. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
}

/** How a task ended. `crashed` and `hung`: its worker is lost. `cancelled`: the caller gave it up, or the pool closed. */
export type Outcome<T> =
  { readonly kind: 'answered'; readonly answer: T } | { readonly kind: 'crashed' | 'hung' | 'cancelled' };

export interface PoolOptions {
  /** Workers at most; each is started when first needed. */
  readonly size: number;
  /** A worker that takes longer over one task is taken for hung. */
  readonly timeLimitMs: number;
  readonly startWorker: () => WorkerLike;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Comes before what is not urgent. */
  readonly urgent?: boolean;
  /** What it is about. A worker that was last at the same gets it, where there is a choice: it may have kept something. */
  readonly about?: unknown;
}

interface Task {
  readonly request: Request;
  readonly urgent: boolean;
  readonly about: unknown;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

/** A worker and the one task it has. */
interface Hand {
  readonly worker: WorkerLike;
  task: Task | null;
  /** What its last task was about. */
  about: unknown;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Gives tasks to workers, one each at a time, first come first served, the urgent ones before the others. Lost workers are replaced when next needed. */
export class WorkerPool<C extends CallTable<C>> {
  readonly #options: PoolOptions;
  readonly #hands = new Set<Hand>();
  #queue: Task[] = [];
  #lastId = 0;
  #closed = false;
  #shared: Shared | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Runs one call. Giving it up by `signal` answers at once; a worker already at it finishes that task and goes on. */
  run<K extends keyof C>(
    call: K,
    job: C[K]['job'],
    { signal, urgent = false, about }: RunOptions = {},
  ): Promise<Outcome<C[K]['answer']>> {
    return new Promise((resolve) => {
      if (this.#closed || signal?.aborted === true) {
        resolve({ kind: 'cancelled' });
        return;
      }
      const abort = (): void => this.#giveUp(task);
      const settle = (outcome: Outcome<unknown>): void => {
        signal?.removeEventListener('abort', abort);
        resolve(outcome);
      };
      const task: Task = { request: { id: ++this.#lastId, call, job }, urgent, about, settle };
      signal?.addEventListener('abort', abort);
      this.#enqueue(task);
      this.#assign();
    });
  }

  /** Starts workers until there are `count`, so that the first tasks need not wait for them. */
  prepare(count: number): void {
    while (!this.#closed && this.#hands.size < Math.min(count, this.#options.size)) this.#hire();
  }

  /** Ends all workers; what is waiting or under way is cancelled. */
  close(): void {
    this.#closed = true;
    const tasks = [...this.#queue, ...Array.from(this.#hands, (hand) => hand.task)];
    this.#queue = [];
    for (const hand of this.#hands) this.#dismiss(hand);
    for (const task of tasks) task?.settle({ kind: 'cancelled' });
  }

  #enqueue(task: Task): void {
    const at = task.urgent ? this.#queue.findIndex(({ urgent }) => !urgent) : -1;
    this.#queue.splice(at < 0 ? this.#queue.length : at, 0, task);
  }

  #giveUp(task: Task): void {
    this.#queue = this.#queue.filter((waiting) => waiting !== task);
    task.settle({ kind: 'cancelled' });
  }

  #assign(): void {
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      const hand = this.#idleHand(next);
      if (hand === null) return;
      const task = this.#suitable(hand, next);
      this.#queue.splice(this.#queue.indexOf(task), 1);
      this.#begin(hand, task);
    }
  }

  #idleHand({ about }: Task): Hand | null {
    const idle = Array.from(this.#hands).filter(({ task }) => task === null);
    const suitable = idle.find((hand) => about !== undefined && hand.about === about) ?? idle[0];
    return suitable ?? (this.#hands.size < this.#options.size ? this.#hire() : null);
  }

  /** `next`, or one as urgent that is about what the hand was last at. */
  #suitable({ about }: Hand, next: Task): Task {
    const goesOn = (task: Task): boolean => task.urgent === next.urgent && task.about === about;
    return (about === undefined ? undefined : this.#queue.find(goesOn)) ?? next;
  }

  #hire(): Hand {
    const hand: Hand = { worker: this.#options.startWorker(), task: null, about: undefined, timer: undefined };
    hand.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('pdfium' in data) this.#share(hand, data);
      else this.#finish(hand, data);
    };
    hand.worker.onerror = (event) => {
      event.preventDefault();
      this.#lose(hand, 'crashed');
    };
    if (this.#shared !== null) hand.worker.postMessage(this.#shared);
    this.#hands.add(hand);
    return hand;
  }

  #share(from: Hand, shared: Shared): void {
    this.#shared = shared;
    for (const hand of this.#hands) if (hand !== from) hand.worker.postMessage(shared);
  }

  #begin(hand: Hand, task: Task): void {
    hand.task = task;
    hand.about = task.about;
    hand.timer = setTimeout(() => this.#lose(hand, 'hung'), this.#options.timeLimitMs);
    hand.worker.postMessage(task.request);
  }

  #finish(hand: Hand, { id, answer }: Reply): void {
    const task = hand.task;
    if (task?.request.id !== id) return;
    clearTimeout(hand.timer);
    hand.task = null;
    task.settle({ kind: 'answered', answer });
    this.#assign();
  }

  #lose(hand: Hand, kind: 'crashed' | 'hung'): void {
    const task = hand.task;
    this.#dismiss(hand);
    task?.settle({ kind });
    this.#assign();
  }

  #dismiss(hand: Hand): void {
    clearTimeout(hand.timer);
    hand.worker.terminate();
    hand.task = null;
    this.#hands.delete(hand);
  }
}

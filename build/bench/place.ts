/** Where a run finds and leaves things. */
export interface Place {
  readonly root: string;
  /** For what outlives the run: tools, compiled programs, drawn samples. */
  readonly cache: string;
  /** A compiled copy of the app, for Electron to run. */
  readonly app: string;
  readonly electron: string;
  readonly asRoot: readonly string[];
  readonly headless: readonly string[];
}

/** Measures one thing. `work` is an empty folder of the bench's own. */
export type Bench = (place: Place, work: string) => Promise<Figure[]>;

/** One line of a bench's table. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  readonly peer?: string;
  /** Ours to the peer's as the reach has it, in words. */
  readonly ratio?: string;
  readonly reach?: string;
  readonly isReached?: boolean;
}

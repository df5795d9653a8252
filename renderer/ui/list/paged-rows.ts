/** Reads rows `offset` to `offset + limit` of a long list, and how many there are in all. */
export type ReadRows<T> = (
  offset: number,
  limit: number,
) => Promise<{ readonly rows: readonly T[]; readonly total: number }>;

/** So few that taking them in does not hold up a frame of scrolling; decision 0017 began with 100. */
const pageRows = 50;
/** Of a range that lacks more pages than this only the keys are read, where the list can tell them apart from its rows. */
const mostPagesForKeys = 10;
/** The pages nearest to what is looked at stay here; others are read again when they are looked at. */
const keptPages = 40;
const pageOf = (index: number): number => Math.floor(index / pageRows);

const pagesOf = (from: number, to: number): number[] =>
  Array.from({ length: pageOf(to) - pageOf(from) + 1 }, (_, n) => pageOf(from) + n);

/** A long list of which only the pages that are looked at are here. */
export class PagedRows<T> {
  /** `null` until the first answer. */
  total: number | null = null;
  private pages = new Map<number, readonly T[]>();
  /** Rows wherever they are, as they were last told: what is selected may be far from what is looked at. */
  private readonly held = new Map<string, T>();
  private holding: ReadonlySet<string> = new Set();
  private readonly reading = new Map<number, Promise<readonly T[]>>();
  private readonly listeners = new Set<() => void>();
  private wanted: readonly [number, number] = [0, 0];
  /** A row that the scroll comes to next; `null` for none. */
  private ahead: number | null = null;
  private isReadingWanted = false;
  private keys: Promise<readonly string[]> | null = null;
  private edition = 0;
  private changes = 0;

  constructor(
    private readonly read: ReadRows<T>,
    private readonly keyOf: (row: T) => string,
    /** Reads the keys of all rows. */
    private readonly readKeys?: () => Promise<readonly string[]>,
  ) {}

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly version = (): number => this.changes;

  at(index: number): T | undefined {
    return this.pages.get(pageOf(index))?.[index % pageRows];
  }

  keyAt(index: number): string | undefined {
    const row = this.at(index);
    return row === undefined ? undefined : this.keyOf(row);
  }

  /** The rows of these keys, of those that are held or near. */
  rowsOf(keys: ReadonlySet<string>): T[] {
    const isNeeded = [...keys].some((key) => !this.held.has(key));
    const near = isNeeded ? [...this.pages.values()].flat() : [];
    const byKey = new Map(near.map((row) => [this.keyOf(row), row]));
    return [...keys].flatMap((key) => this.held.get(key) ?? byKey.get(key) ?? []);
  }

  /** These rows stay known when they are far, and no others. Many of a list that reads keys apart from rows are known by their keys alone. */
  hold(keys: ReadonlySet<string>): void {
    this.holding = this.readKeys && keys.size > keptPages * pageRows ? new Set() : keys;
    const rows = this.rowsOf(this.holding);
    this.held.clear();
    this.know(rows);
  }

  /** Rows that may be nowhere near, known until others are held. */
  know(rows: readonly T[]): void {
    for (const row of rows) this.held.set(this.keyOf(row), row);
  }

  /** These rows are looked at now. Those that a scroll comes to next are read before it does. */
  want(from: number, to: number): void {
    const movedBy = from - this.wanted[0];
    this.wanted = [from, to];
    if (movedBy !== 0) {
      const next = movedBy > 0 ? to + pageRows : from - pageRows;
      const isNear = Math.abs(movedBy) <= pageRows && next >= 0 && next < (this.total ?? 0);
      this.ahead = isNear ? next : null;
    }
    void this.readWanted();
  }

  /** Resolves once these rows are here. */
  async load(from: number, to: number): Promise<void> {
    await Promise.all(this.missing(from, to).map((page) => this.readPage(page)));
  }

  /** The keys of these rows, by index. */
  async keysIn(from: number, to: number): Promise<(index: number) => string | undefined> {
    if (this.readKeys && this.missing(from, to).length > mostPagesForKeys) {
      const keys = await (this.keys ??= this.readKeys());
      return (index) => keys[index];
    }
    const pages = new Map<number, readonly T[]>();
    const read = async (page: number): Promise<void> => void pages.set(page, await this.readPage(page));
    await Promise.all(pagesOf(from, to).map(read));
    for (const rows of pages.values()) this.know(rows);
    return (index) => {
      const row = pages.get(pageOf(index))?.[index % pageRows];
      return row && this.keyOf(row);
    };
  }

  /** Rows that changed, in their places. */
  change(rows: readonly T[]): void {
    this.know(rows.filter((row) => this.held.has(this.keyOf(row))));
    const byKey = new Map(rows.map((row) => [this.keyOf(row), row]));
    const change = (page: readonly T[]): readonly T[] =>
      page.some((row) => byKey.has(this.keyOf(row))) ? page.map((row) => byKey.get(this.keyOf(row)) ?? row) : page;
    this.pages = new Map([...this.pages].map(([number, page]) => [number, change(page)]));
    this.tell();
  }

  /** The list itself may be another: what is looked at is read again, and stays until the answer is here. */
  async refresh(): Promise<void> {
    this.edition += 1;
    this.keys = null;
    this.reading.clear();
    const [first, last] = this.wanted.map(pageOf) as [number, number];
    const edition = this.edition;
    const fresh = new Map<number, readonly T[]>();
    for (let page = first; page <= last; page++) {
      const { rows, total } = await this.read(page * pageRows, pageRows);
      if (edition !== this.edition) return;
      fresh.set(page, rows);
      this.keepHeld(rows);
      this.total = total;
    }
    this.pages = fresh;
    this.tell();
    // Meanwhile the user may have scrolled on.
    await this.load(...this.wanted);
  }

  /** Nothing is asked before the last answer is here, so a fast scroll leaves behind it no pages that are still being read. */
  private async readWanted(): Promise<void> {
    if (this.isReadingWanted) return;
    this.isReadingWanted = true;
    try {
      for (let pages = this.wantedNext(); pages.length > 0; pages = this.wantedNext())
        await Promise.all(pages.map((page) => this.readPage(page)));
    } finally {
      this.isReadingWanted = false;
    }
  }

  private wantedNext(): number[] {
    const missing = this.missing(...this.wanted);
    return missing.length > 0 || this.ahead === null ? missing : this.missing(this.ahead, this.ahead);
  }

  private missing(from: number, to: number): number[] {
    return pagesOf(from, to).filter((page) => !this.pages.has(page));
  }

  private readPage(page: number): Promise<readonly T[]> {
    const here = this.pages.get(page);
    if (here) return Promise.resolve(here);
    const under = this.reading.get(page);
    if (under) return under;
    const { edition } = this;
    const reading = this.read(page * pageRows, pageRows).then(({ rows, total }) => {
      if (edition !== this.edition) return rows;
      this.pages.set(page, rows);
      this.dropFarthest();
      this.keepHeld(rows);
      const isAnother = this.total !== total;
      this.total = total;
      if (isAnother || this.isWanted(page)) this.tell();
      return rows;
    });
    const end = (): void => {
      if (this.reading.get(page) === reading) this.reading.delete(page);
    };
    reading.then(end, end);
    this.reading.set(page, reading);
    return reading;
  }

  private isWanted(page: number): boolean {
    const [first, last] = this.wanted.map(pageOf) as [number, number];
    return first <= page && page <= last;
  }

  private keepHeld(rows: readonly T[]): void {
    this.know(rows.filter((row) => this.holding.has(this.keyOf(row)) || this.held.has(this.keyOf(row))));
  }

  private dropFarthest(): void {
    const middle = pageOf((this.wanted[0] + this.wanted[1]) / 2);
    const farness = (page: number): number => Math.abs(page - middle);
    while (this.pages.size > keptPages)
      this.pages.delete([...this.pages.keys()].reduce((a, b) => (farness(b) > farness(a) ? b : a)));
  }

  private tell(): void {
    this.changes += 1;
    for (const listener of this.listeners) listener();
  }
}

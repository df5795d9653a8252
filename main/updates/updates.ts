import type { UpdateStatus } from '../../app/update';
import type { NewVersion, UpdateSource } from './update-source';

export interface UpdateParts {
  /** Loaded when it is first needed, long after the start; `null` where this copy can't update itself. */
  readonly openSource: () => Promise<UpdateSource | null>;
  readonly isForbidden: () => Promise<boolean>;
  readonly isWanted: () => boolean;
  /** Whether any fax is being sent right now, by this process or another. */
  readonly isSending: () => boolean;
  readonly onStatus: (status: UpdateStatus) => void;
  readonly onError: (error: unknown) => void;
}

export interface Updates {
  status(): Promise<UpdateStatus>;
  /** Looks once, quietly: a failure is no user's business, the next look comes by itself. */
  look(): Promise<void>;
  /** To be called as the program ends, its own uploads done: nothing is installed under a fax that is being sent. */
  end(): Promise<void>;
}

export function createUpdates(parts: UpdateParts): Updates {
  let source: Promise<UpdateSource | null> | null = null;
  let ready: NewVersion | null = null;
  let looking = false;

  const reasonAgainst = async (): Promise<'policy' | 'setting' | 'system' | null> => {
    if (await parts.isForbidden()) return 'policy';
    if (!parts.isWanted()) return 'setting';
    return (await (source ??= parts.openSource())) === null ? 'system' : null;
  };
  const status = async (): Promise<UpdateStatus> => {
    const by = await reasonAgainst();
    if (by !== null) return { kind: 'off', by };
    return ready === null ? { kind: 'upToDate' } : { kind: 'ready', ...ready };
  };
  const fetchNewer = async (): Promise<void> => {
    if ((await reasonAgainst()) !== null || parts.isSending()) return;
    const found = (await (await source)?.fetchNewer()) ?? null;
    if (found === null || found.version === ready?.version) return;
    ready = found;
    parts.onStatus(await status());
  };
  return {
    status,
    async look() {
      if (looking) return;
      looking = true;
      await fetchNewer().catch(parts.onError);
      looking = false;
    },
    async end() {
      const opened = await source;
      opened?.installAtEnd(ready !== null && parts.isWanted() && !parts.isSending());
    },
  };
}

/** The first look waits until the program has long been in use; then twice a day. */
const FIRST_LOOK_MS = 60_000;
const BETWEEN_LOOKS_MS = 12 * 3_600_000;

/** Looks from time to time, for as long as the program runs. */
export function lookRegularly({ look }: Pick<Updates, 'look'>): void {
  setTimeout(() => {
    void look();
    setInterval(() => void look(), BETWEEN_LOOKS_MS).unref();
  }, FIRST_LOOK_MS).unref();
}

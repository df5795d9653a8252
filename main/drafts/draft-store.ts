import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { appendFile, chmod, copyFile, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { type Draft, type StoredDraft, storedDraftSchema } from '../../app/draft/draft';
import { privateFolder } from '../home';
import type { OpenedFiles } from '../os/opened-files';
import { isMissing } from '../storage/missing';

/**
 * The fax in the making, kept so that neither a closed window nor a crash loses it, nor its files being changed, moved
 * or thrown away, as mail programs do with attachments: each is copied beside it. What is too much to copy is kept by
 * its path.
 */
export interface DraftStore {
  /** Keeps `draft` in the place of the one before. */
  keep(draft: Draft): Promise<void>;
  take(): Promise<Draft | null>;
  forget(): Promise<void>;
  /** Appends to the copy that `token` names, or begins one; answers its token. */
  keepBytes(token: string | null, bytes: Uint8Array): Promise<string>;
}

export interface DraftStoreParts {
  /** The account's. */
  readonly folder: () => string;
  readonly files: Pick<OpenedFiles, 'open' | 'pathOf'>;
  /** What the copies may take of the disk together. */
  readonly mostBytes?: number;
}

const MOST_BYTES = 500_000_000;

/** A file as it is now; any change makes it another. */
type Seen = NonNullable<StoredDraft['sources'][number]['seen']>;

export function createDraftStore({ folder, files, mostBytes = MOST_BYTES }: DraftStoreParts): DraftStore {
  const place = (): string => privateFolder(folder(), 'draft');
  const draftFile = (): string => join(place(), 'draft.json');
  /** Of the user's files, by what `nameOf` says of them. */
  const copies = new Map<string, string>();
  let copiedBytes = 0;
  let before: Promise<unknown> = Promise.resolve();
  /** One after the other, so that an older draft never comes after a newer one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work);
    before = done.catch(() => undefined);
    return done;
  };
  const isOwn = (path: string): boolean => path.startsWith(place() + sep);
  /** What there is of a file by now: its copy, or the file itself and what it is like. */
  const sourceOf = async (path: string): Promise<{ path: string; seen?: Seen }> => {
    const seen = isOwn(path) ? null : await look(path);
    if (seen === null) return { path };
    const copy = copies.get(nameOf(path, seen));
    return copy === undefined ? { path, seen } : { path: copy };
  };
  /** Answers whether there is a copy now that there was not. */
  const copy = async (path: string, seen: Seen): Promise<boolean> => {
    if (copies.has(nameOf(path, seen)) || copiedBytes + seen.size > mostBytes) return false;
    const copied = join(place(), `${randomUUID()}${extname(path).slice(0, 12)}`);
    try {
      await copyFile(path, copied, constants.COPYFILE_FICLONE);
      await chmod(copied, 0o600);
    } catch {
      return false;
    }
    copiedBytes += seen.size;
    copies.set(nameOf(path, seen), copied);
    return true;
  };
  const readStored = async (): Promise<StoredDraft | null> => {
    try {
      return storedDraftSchema.parse(JSON.parse(await readFile(draftFile(), 'utf8')));
    } catch {
      return null;
    }
  };
  return {
    keep: ({ sources, ...body }) =>
      inTurn(async () => {
        const write = async (): Promise<StoredDraft['sources']> => {
          const stored: StoredDraft = { version: 1, ...body, sources: [] };
          for (const { token, name, pageCount, isLocked } of sources) {
            stored.sources.push({ name, pageCount, isLocked, ...(await sourceOf(files.pathOf(token) ?? '')) });
          }
          await writeWhole(draftFile(), JSON.stringify(stored));
          return stored.sources;
        };
        // First without what is still to be copied: a program that is killed meanwhile has it by its path.
        const copied = [];
        for (const { path, seen } of await write()) copied.push(seen !== undefined && (await copy(path, seen)));
        if (copied.includes(true)) await write();
      }),
    take: () =>
      inTurn(async () => {
        const stored = await readStored();
        await removeOthers(place(), stored);
        if (stored === null) return null;
        const opened = await files.open(stored.sources.map(({ path }) => path));
        const sources: Draft['sources'] = [];
        for (const [index, { path, seen, ...facts }] of stored.sources.entries()) {
          const found = seen && (await look(path));
          const isChanged = Boolean(seen && found && nameOf(path, seen) !== nameOf(path, found));
          sources.push({ ...facts, token: opened[index]?.token ?? '', ...(isChanged && { isChanged }) });
        }
        const { pages, recipients, typed, choices } = stored;
        return { pages, recipients, typed, choices, sources };
      }),
    forget: () =>
      inTurn(async () => {
        await unlink(draftFile()).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
        // Pasted ones stay until the next start, for an undo.
        for (const copied of copies.values()) await rm(copied, { force: true });
        copies.clear();
        copiedBytes = 0;
      }),
    keepBytes: (token, bytes) =>
      inTurn(async () => {
        const known = token === null ? null : files.pathOf(token);
        if (known !== null && !isOwn(known)) throw new Error('Only a draft’s own copies can grow.');
        const path = known ?? join(place(), randomUUID());
        await appendFile(path, bytes, { mode: 0o600 });
        return known === null ? ((await files.open([path]))[0]?.token ?? '') : (token ?? '');
      }),
  };
}

const nameOf = (path: string, { size, mtimeMs }: Seen): string => JSON.stringify([path, size, mtimeMs]);

/** `null` where there is no such file. */
async function look(path: string): Promise<Seen | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { size, mtimeMs };
  } catch {
    return null;
  }
}

/** On the disk before it takes the place of what was there. */
async function writeWhole(path: string, text: string): Promise<void> {
  const making = `${path}.new`;
  const file = await open(making, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(making, path);
}

/** Copies of faxes that are sent or thrown away. */
async function removeOthers(folder: string, stored: StoredDraft | null): Promise<void> {
  const used = new Set(['draft.json', ...(stored?.sources.map(({ path }) => path) ?? [])]);
  for (const name of await readdir(folder)) {
    if (!used.has(name) && !used.has(join(folder, name))) await rm(join(folder, name), { force: true });
  }
}

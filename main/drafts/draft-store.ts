import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { appendFile, copyFile, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, sep } from 'node:path';
import { type Draft, type StoredDraft, storedDraftSchema } from '../../app/draft/draft';
import { privateFolder } from '../home';
import type { OpenedFiles } from '../os/opened-files';

/**
 * The fax in the making, kept so that neither a closed window nor a crash loses it. Files of the user's are kept by
 * their path; those that may vanish, pasted ones and a mail's attachments, as copies beside it.
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
  /** Folders whose files vanish by themselves. */
  readonly passing?: readonly string[];
}

export function createDraftStore({ folder, files, passing = [tmpdir()] }: DraftStoreParts): DraftStore {
  const place = (): string => privateFolder(folder(), 'draft');
  const draftFile = (): string => join(place(), 'draft.json');
  /** Copies of files that may vanish, by the path they came from. */
  const copies = new Map<string, string>();
  let before: Promise<unknown> = Promise.resolve();
  /** One after the other, so that an older draft never comes after a newer one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work);
    before = done.catch(() => undefined);
    return done;
  };
  const lasting = async (path: string): Promise<string> => {
    const isPassing = passing.some((each) => path.startsWith(each + sep)) && !path.startsWith(place() + sep);
    if (!isPassing) return path;
    const known = copies.get(path);
    if (known !== undefined) return known;
    const copy = join(place(), `${randomUUID()}${extname(path).slice(0, 12)}`);
    try {
      await copyFile(path, copy, constants.COPYFILE_FICLONE);
    } catch {
      return path;
    }
    copies.set(path, copy);
    return copy;
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
        const stored: StoredDraft = { version: 1, ...body, sources: [] };
        for (const { token, ...facts } of sources) {
          stored.sources.push({ ...facts, path: await lasting(files.pathOf(token) ?? '') });
        }
        await writeWhole(draftFile(), JSON.stringify(stored));
      }),
    take: () =>
      inTurn(async () => {
        const stored = await readStored();
        await removeOthers(place(), stored);
        if (stored === null) return null;
        const opened = await files.open(stored.sources.map(({ path }) => path));
        const sources = stored.sources.map(({ name, pageCount, isLocked }, index) => ({
          name,
          pageCount,
          isLocked,
          token: opened[index]?.token ?? '',
        }));
        const { pages, recipients, typed, choices } = stored;
        return { pages, recipients, typed, choices, sources };
      }),
    forget: () =>
      inTurn(async () => {
        copies.clear();
        await rm(draftFile(), { force: true });
      }),
    keepBytes: (token, bytes) =>
      inTurn(async () => {
        const known = token === null ? null : files.pathOf(token);
        if (known?.startsWith(place() + sep) === false) throw new Error('Only a draft’s own copies can grow.');
        const path = known ?? join(place(), randomUUID());
        await appendFile(path, bytes, { mode: 0o600 });
        return known === null ? ((await files.open([path]))[0]?.token ?? '') : (token ?? '');
      }),
  };
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

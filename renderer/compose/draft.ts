import type { Draft } from '../../app/draft/draft';
import type { Failure } from '../../app/failure';
import { fail, ok, type Result } from '../../app/result';
import type { Client } from '../bridge';
import type { ReadingPorts } from './incoming';
import { unlocked } from './incoming';
import type { Page, Source } from './pages';
import type { Compose, Restored } from './state';
import { loadPhone } from './use-phone';
import type { Stored } from './worker/stored';

/** A change is on the disk after this long without another. */
const SETTLE_MS = 300;
/** And after this long also where one follows the other, as when many files come in. */
const LONGEST_MS = 2_000;

/** How long a change may wait yet for others to be kept with it; `since` when the first that is not kept was made. */
export const waitForMore = (since: number, now: number): number =>
  Math.max(Math.min(SETTLE_MS, since + LONGEST_MS - now), 0);

/** Whether there is anything a user would miss. */
export const isWorthKeeping = ({ pages, recipients, typed }: Compose): boolean =>
  pages.now.length > 0 || recipients.length > 0 || typed.trim() !== '';

/** What main is to keep of the fax in the making. Each source stands in it once. */
export async function draftOf(
  { pages, recipients, typed, draft }: Pick<Compose, 'pages' | 'recipients' | 'typed' | 'draft'>,
  tokenOf: (file: Stored) => Promise<string>,
): Promise<Draft> {
  const sources = [...new Set(pages.now.map(({ source }) => source))];
  return {
    sources: await Promise.all(
      sources.map(async ({ file, name, pageCount, password }) => ({
        token: await tokenOf(file),
        name,
        pageCount,
        isLocked: password !== undefined,
      })),
    ),
    pages: pages.now.map(({ source, sourcePage, rotation, corners }) => ({
      source: sources.indexOf(source),
      sourcePage,
      rotation,
      ...(corners && { corners: [...corners] }),
    })),
    recipients: recipients.map(({ digits }) => digits),
    typed,
    choices: draft,
  };
}

/** Bytes that go to main at once. */
const PART_BYTES = 4 << 20;

/** Names a source's file to main; what main has not got is copied there, once. */
export function createTokens(client: Client): (file: Stored) => Promise<string> {
  const copied = new WeakMap<Blob, Promise<string>>();
  const copy = async (file: Blob): Promise<string> => {
    let token: string | null = null;
    for (let at = 0; at === 0 || at < file.size; at += PART_BYTES) {
      const bytes = new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer());
      ({ token } = await client.call('draft.keepBytes', { token, bytes }));
    }
    return token ?? '';
  };
  return (file) => {
    if (!(file instanceof Blob)) return Promise.resolve(file.token);
    const token = copied.get(file) ?? copy(file);
    copied.set(file, token);
    token.catch(() => copied.delete(file));
    return token;
  };
}

/** What was left, ready for the window, and why some of its files did not come. */
export interface Revived {
  readonly restored: Restored;
  readonly failures: readonly Failure[];
}

export async function revive(draft: Draft, ports: ReadingPorts): Promise<Revived> {
  const failures: Failure[] = [];
  const sources: (Source | null)[] = [];
  for (const left of draft.sources) {
    const source = await revivedSource(left, ports);
    sources.push(source.ok ? source.value : null);
    if (!source.ok) failures.push(source.failure);
    else if (left.isChanged === true) failures.push({ kind: 'fileChanged', name: left.name });
  }
  const pages = draft.pages.flatMap(({ source: index, sourcePage, rotation, corners }): Page[] => {
    const source = sources[index];
    if (!source || sourcePage > source.pageCount) return [];
    return [{ id: crypto.randomUUID(), source, sourcePage, rotation, corners }];
  });
  return { restored: { pages, ...(await recipientsOf(draft)), draft: choicesOf(draft) }, failures };
}

async function revivedSource(
  { token, name, pageCount, isLocked, isChanged = false }: Draft['sources'][number],
  ports: ReadingPorts,
): Promise<Result<Source>> {
  const seen = await ports.client.call('files.check', { token });
  if (!seen.ok) return fail({ ...seen.failure, ...('name' in seen.failure && { name }) });
  // One that has changed may have fewer pages.
  return isLocked || isChanged ? unlocked({ file: { token }, name }, ports) : ok({ file: { token }, name, pageCount });
}

async function recipientsOf({ recipients, typed }: Draft): Promise<Pick<Restored, 'recipients' | 'typed'>> {
  if (recipients.length === 0) return { recipients: [], typed };
  const { parseNumber } = await loadPhone();
  const read = recipients.map((digits) => parseNumber(`+${digits}`));
  return { recipients: read.flatMap((number) => (number.ok ? [number.value] : [])), typed };
}

/** Without the ones that were not chosen: those are as in the settings. */
const choicesOf = ({ choices }: Draft): Restored['draft'] =>
  Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));

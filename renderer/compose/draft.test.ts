import { describe, expect, it } from 'vitest';
import type { Bridge, CallName } from '../../app/contract';
import { draftSchema } from '../../app/draft/draft';
import { Pieces } from '../../app/pieces';
import { fail, ok } from '../../app/result';
import { createClient } from '../bridge';
import { createTokens, draftOf, isWorthKeeping, revive, waitForMore } from './draft';
import type { ReadingPorts } from './incoming';
import type { Page, Source } from './pages';
import { changeCompose, type Compose, emptyCompose } from './state';

/** Main's side: keeps copies, and knows every token but `gone`. */
function main() {
  const copies: string[] = [];
  const pieces = new Pieces(() => undefined);
  const transport: Bridge = {
    async invoke(name: CallName, input: unknown): Promise<unknown> {
      const { token, bytes } = (await pieces.joined(input)) as { token: string | null; bytes?: Uint8Array };
      if (name === 'files.check') return token === 'gone' ? fail({ kind: 'fileNotFound', name: 'x' }) : ok(null);
      if (token === null) copies.push('');
      copies.push(`${copies.pop() ?? ''}${bytes?.length ?? 0} `);
      return { token: token ?? `copy ${copies.length}` };
    },
    on: () => () => undefined,
  };
  const client = createClient(transport, (piece) => pieces.add(structuredClone(piece)));
  return { client, copies };
}

const opened = { read: () => Promise.resolve(ok(new Uint8Array())) };
const inspected = (pageCount: number) => () => Promise.resolve(ok({ pageCount, isDrawing: false }));

const ports = (client: ReadingPorts['client'], password: string | null = null): ReadingPorts => ({
  client,
  openPress: () =>
    Promise.resolve({
      ...opened,
      inspect: ({ name, password: given }) =>
        Promise.resolve(
          given === undefined ? fail({ kind: 'passwordNeeded', name }) : ok({ pageCount: 2, isDrawing: false }),
        ),
    }),
  questions: {
    askPassword: () => Promise.resolve(password),
    askPages: () => Promise.resolve(null),
    askFolder: () => Promise.resolve(false),
    askSentBefore: () => Promise.resolve(null),
  },
});

const source = (token: string, more: Partial<Source> = {}): Source => ({
  file: { token },
  name: `${token}.pdf`,
  pageCount: 2,
  ...more,
});
const page = (of: Source, sourcePage: number, more: Partial<Page> = {}): Page => ({
  id: `${of.name}/${sourcePage}`,
  source: of,
  sourcePage,
  rotation: 0,
  ...more,
});
const corners = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0.1, y: 1 },
] as const;

function composed(...pages: Page[]): Compose {
  const added = changeCompose(emptyCompose, { kind: 'added', pages, batch: 'b' });
  return {
    ...added,
    recipients: [{ digits: '902123205072', warning: null }],
    typed: '0216',
    draft: { header: 'Çınaraltı', darkness: 1 },
  };
}

const withoutIds = (pages: readonly Page[]) => pages.map((page) => ({ ...page, id: '' }));

describe('the fax in the making', () => {
  it('comes back as it was left: order, turns, cuts, recipients and choices', async () => {
    const { client } = main();
    const [a, b] = [source('a'), source('b')];
    const left = composed(page(b, 2, { rotation: 270 }), page(a, 1, { corners }), page(b, 1));
    const draft = draftSchema.parse(await draftOf(left, createTokens(client)));
    expect(draft.sources.map(({ token }) => token)).toEqual(['b', 'a']);
    const { restored, failures } = await revive(draft, ports(client));
    const state = changeCompose(emptyCompose, { kind: 'restored', draft: restored });
    expect(withoutIds(state.pages.now)).toEqual(withoutIds(left.pages.now));
    expect(state).toMatchObject({ recipients: left.recipients, typed: '0216', draft: left.draft });
    expect(state.shown).toBe(state.pages.now[0]?.id);
    expect(failures).toEqual([]);
  });

  it('has main copy what only the window has, in parts and once', async () => {
    const { client, copies } = main();
    const pasted = source('', { file: new Blob([new Uint8Array(5 << 20)]), name: 'pasted' });
    const tokenOf = createTokens(client);
    await draftOf(composed(page(pasted, 1)), tokenOf);
    const draft = await draftOf(composed(page(pasted, 1), page(pasted, 2)), tokenOf);
    expect(copies).toEqual([`${4 << 20} ${1 << 20} `]);
    expect(draft.sources).toMatchObject([{ token: 'copy 1', name: 'pasted' }]);
  });

  it('says which file is gone, and brings the others', async () => {
    const { client } = main();
    const draft = await draftOf(composed(page(source('gone'), 1), page(source('a'), 1)), createTokens(client));
    const { restored, failures } = await revive(draft, ports(client));
    expect(restored.pages.map(({ source: { name } }) => name)).toEqual(['a.pdf']);
    expect(failures).toEqual([{ kind: 'fileNotFound', name: 'gone.pdf' }]);
  });

  it('names a file that has changed, and leaves out pages it no longer has', async () => {
    const { client } = main();
    const long = source('a', { pageCount: 9 });
    const left = await draftOf(composed(page(long, 1), page(long, 9), page(source('b'), 1)), createTokens(client));
    const draft = { ...left, sources: left.sources.map((each, index) => ({ ...each, isChanged: index === 0 })) };
    const shorter = { ...ports(client), openPress: () => Promise.resolve({ ...opened, inspect: inspected(2) }) };
    const { restored, failures } = await revive(draft, shorter);
    expect(restored.pages.map(({ source: { name }, sourcePage }) => [name, sourcePage])).toEqual([
      ['a.pdf', 1],
      ['b.pdf', 1],
    ]);
    expect(failures).toEqual([{ kind: 'fileChanged', name: 'a.pdf' }]);
  });

  it('never holds a password; it is asked for again', async () => {
    const { client } = main();
    const locked = source('a', { password: 'gizli' });
    const draft = await draftOf(composed(page(locked, 1)), createTokens(client));
    expect(JSON.stringify(draft)).not.toContain('gizli');
    const { restored } = await revive(draft, ports(client, 'gizli'));
    expect(restored.pages).toMatchObject([{ source: { password: 'gizli' } }]);
    const unanswered = await revive(draft, ports(client));
    expect(unanswered.failures).toEqual([{ kind: 'passwordNeeded', name: 'a.pdf' }]);
  });

  it('comes before what the user did meanwhile', () => {
    const begun = composed(page(source('new'), 1));
    const draft = { pages: [page(source('old'), 1)], recipients: [], typed: '', draft: { header: 'eski' } };
    const state = changeCompose({ ...begun, draft: {} }, { kind: 'restored', draft });
    expect(state.pages.now.map(({ source: { name } }) => name)).toEqual(['old.pdf', 'new.pdf']);
    expect(state).toMatchObject({ shown: begun.shown, typed: '0216', draft: { header: 'eski' } });
  });

  it('is worth keeping once there is a page or a number', () => {
    expect(isWorthKeeping(emptyCompose)).toBe(false);
    expect(isWorthKeeping({ ...emptyCompose, draft: { header: 'x' } })).toBe(false);
    expect(isWorthKeeping({ ...emptyCompose, typed: '0' })).toBe(true);
    expect(isWorthKeeping(composed(page(source('a'), 1)))).toBe(true);
  });
});

it('a change of the fax in the making is kept within two seconds, whatever follows', () => {
  expect([waitForMore(0, 0), waitForMore(0, 1_900), waitForMore(0, 5_000)]).toEqual([300, 100, 0]);
});

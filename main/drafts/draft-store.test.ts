import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../app/draft/draft';
import { createOpenedFiles } from '../os/opened-files';
import { createDraftStore } from './draft-store';

vi.mock('electron', () => ({ app: {} }));

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'faksla-drafts-'));
  for (const name of ['belgeler', 'Content.Outlook']) mkdirSync(join(base, name));
});
afterEach(() => rmSync(base, { recursive: true }));

/** A start of the program: the paths behind tokens are known to it alone. */
function start(mostBytes?: number) {
  const files = createOpenedFiles();
  const store = createDraftStore({ folder: () => base, files, ...(mostBytes !== undefined && { mostBytes }) });
  const tokenOf = async (path: string): Promise<string> => (await files.open([path]))[0]?.token ?? '';
  return { files, store, tokenOf };
}

const write = (name: string, text: string): string => {
  writeFileSync(join(base, name), text);
  return join(base, name);
};

const draftOf = (...tokens: string[]): Draft => ({
  sources: tokens.map((token, index) => ({ token, name: `Şikâyet ${index}.pdf`, pageCount: 2, isLocked: false })),
  pages: tokens.flatMap((_, source) => [
    { source, sourcePage: 2, rotation: 90 },
    { source, sourcePage: 1, rotation: 0, corners: [corner(0, 0), corner(1, 0), corner(1, 0.9), corner(0, 0.9)] },
  ]),
  recipients: ['902123205072'],
  typed: '0216',
  choices: { header: 'Çınaraltı', darkness: 1, sender: null },
});
const corner = (x: number, y: number) => ({ x, y });

async function contentsOf({ files }: ReturnType<typeof start>, draft: Draft | null): Promise<string[]> {
  const contents: string[] = [];
  for (const { token } of draft?.sources ?? []) {
    const read = await files.readWhole(token);
    contents.push(read.ok ? new TextDecoder().decode(read.value) : read.failure.kind);
  }
  return contents;
}

describe('the draft', () => {
  it('is there at the next start as it was, for the user alone', async () => {
    const first = start();
    const token = await first.tokenOf(write('belgeler/a.pdf', 'belge'));
    await first.store.keep(draftOf(token));
    const second = start();
    const taken = await second.store.take();
    expect(taken).toEqual(draftOf(taken?.sources[0]?.token ?? ''));
    expect(await contentsOf(second, taken)).toEqual(['belge']);
    const kept = readdirSync(join(base, 'draft'));
    expect(kept.length).toBe(2);
    for (const name of kept) expect(statSync(join(base, 'draft', name)).mode & 0o777).toBe(0o600);
  });

  it('keeps a copy of what vanishes or changes: a mail’s attachment, a picture pasted, a document being written', async () => {
    const first = start();
    const attachment = write('Content.Outlook/ek.pdf', 'ek');
    const document = write('belgeler/a.pdf', 'belge');
    const pasted = await first.store.keepBytes(null, Buffer.from('yapış'));
    await first.store.keepBytes(pasted, Buffer.from('tırılan'));
    await first.store.keep(draftOf(await first.tokenOf(attachment), pasted, await first.tokenOf(document)));
    rmSync(attachment);
    writeFileSync(document, 'başka bir belge');
    const second = start();
    expect(await contentsOf(second, await second.store.take())).toEqual(['ek', 'yapıştırılan', 'belge']);
  });

  it('copies a file once, and again only when it has changed', async () => {
    const { store, tokenOf } = start();
    const path = write('belgeler/a.pdf', 'belge');
    const token = await tokenOf(path);
    await store.keep(draftOf(token));
    await store.keep({ ...draftOf(token), typed: '1' });
    expect(readdirSync(join(base, 'draft')).length).toBe(2);
    writeFileSync(path, 'yeni belge');
    await store.keep(draftOf(token));
    const second = start();
    expect(await contentsOf(second, await second.store.take())).toEqual(['yeni belge']);
  });

  it('tells of files too large to copy that are gone or changed, and brings the rest', async () => {
    const most = 9;
    const first = start(most);
    const small = write('belgeler/k.pdf', 'küçük');
    const [gone, changed, there] = ['a', 'b', 'c'].map((name) => write(`belgeler/${name}.pdf`, `büyük ${name}`));
    const paths = [small, gone, changed, there].map(String);
    await first.store.keep(draftOf(...(await Promise.all(paths.map(first.tokenOf)))));
    for (const path of [small, gone]) rmSync(String(path));
    writeFileSync(String(changed), 'değişti, üstelik uzadı');
    const second = start(most);
    const taken = await second.store.take();
    expect(await contentsOf(second, taken)).toEqual(['küçük', 'fileNotFound', 'değişti, üstelik uzadı', 'büyük c']);
    expect(taken?.sources.map(({ isChanged }) => isChanged)).toEqual([undefined, undefined, true, undefined]);
  });

  it('is gone once it is forgotten, with its copies', async () => {
    const first = start();
    const path = write('belgeler/a.pdf', 'belge');
    await first.store.keep(draftOf(await first.store.keepBytes(null, Buffer.from('x')), await first.tokenOf(path)));
    await first.store.forget();
    expect(readdirSync(join(base, 'draft')).length).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe('belge');
    const second = start();
    expect(await second.store.take()).toBeNull();
    expect(readdirSync(join(base, 'draft'))).toEqual([]);
  });

  it('that is damaged is none, and one cut short while it was written leaves the one before', async () => {
    const first = start();
    await first.store.keep(draftOf());
    write('draft/draft.json.new', '{"version":1,"pag');
    expect(await start().store.take()).toEqual(draftOf());
    write('draft/draft.json', '{"version":1,"pag');
    expect(await start().store.take()).toBeNull();
  });

  it('does not grow the user’s own files', async () => {
    const { store, tokenOf } = start();
    const path = write('belgeler/a.pdf', 'a');
    await expect(store.keepBytes(await tokenOf(path), Buffer.from('x'))).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe('a');
  });

  it('is the last of those kept, however fast they follow', async () => {
    const { store } = start();
    await Promise.all(['1', '2', '3'].map((typed) => store.keep({ ...draftOf(), typed })));
    expect((await start().store.take())?.typed).toBe('3');
  });
});

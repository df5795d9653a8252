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
  for (const name of ['belgeler', 'temp']) mkdirSync(join(base, name));
});
afterEach(() => rmSync(base, { recursive: true }));

/** A start of the program: the paths behind tokens are known to it alone. */
function start() {
  const files = createOpenedFiles();
  const store = createDraftStore({ folder: () => base, files, passing: [join(base, 'temp')] });
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
  it('is there at the next start as it was, its files where they were', async () => {
    const first = start();
    const token = await first.tokenOf(write('belgeler/a.pdf', 'belge'));
    await first.store.keep(draftOf(token));
    const second = start();
    const taken = await second.store.take();
    expect(taken).toEqual(draftOf(taken?.sources[0]?.token ?? ''));
    expect(await contentsOf(second, taken)).toEqual(['belge']);
    expect(readdirSync(join(base, 'draft'))).toEqual(['draft.json']);
    expect(statSync(join(base, 'draft/draft.json')).mode & 0o777).toBe(0o600);
  });

  it('keeps a copy of what vanishes: an attachment opened from a mail, a picture pasted', async () => {
    const first = start();
    const attachment = write('temp/ek.pdf', 'ek');
    const pasted = await first.store.keepBytes(null, Buffer.from('yapış'));
    await first.store.keepBytes(pasted, Buffer.from('tırılan'));
    await first.store.keep(draftOf(await first.tokenOf(attachment), pasted));
    rmSync(attachment);
    const second = start();
    expect(await contentsOf(second, await second.store.take())).toEqual(['ek', 'yapıştırılan']);
  });

  it('tells of a file that is gone, and brings the rest', async () => {
    const first = start();
    const [gone, there] = [write('belgeler/a.pdf', 'a'), write('belgeler/b.pdf', 'b')];
    await first.store.keep(draftOf(await first.tokenOf(gone), await first.tokenOf(there)));
    rmSync(gone);
    const second = start();
    expect(await contentsOf(second, await second.store.take())).toEqual(['fileNotFound', 'b']);
  });

  it('is gone once it is forgotten, with its copies', async () => {
    const first = start();
    await first.store.keep(draftOf(await first.store.keepBytes(null, Buffer.from('x'))));
    await first.store.forget();
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

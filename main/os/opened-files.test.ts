import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../app/result';
import { createOpenedFiles } from './opened-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faksla-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function readOf(path: string) {
  const files = createOpenedFiles();
  const [opened] = await files.open([path]);
  return files.read(opened?.token ?? '', 0);
}

describe('a file opened from outside', () => {
  it('is known by its name and read by its token', async () => {
    const path = join(folder, 'Şikâyet dilekçesi.png');
    writeFileSync(path, 'bytes');
    const files = createOpenedFiles();
    const [opened] = await files.open([path]);
    expect(opened).toMatchObject({ name: 'Şikâyet dilekçesi.png', size: 5 });
    const token = opened?.token ?? '';
    expect(await files.read(token, 0)).toEqual(ok({ bytes: new TextEncoder().encode('bytes'), total: 5 }));
    expect(await files.read(token, 3)).toEqual(ok({ bytes: new TextEncoder().encode('es'), total: 5 }));
    expect(await files.read(token, 9)).toEqual(ok({ bytes: new Uint8Array(), total: 5 }));
  });

  it('can’t be read by a path or a made-up token', async () => {
    const path = join(folder, 'a.png');
    writeFileSync(path, 'bytes');
    expect(await createOpenedFiles().read(path, 0)).toMatchObject({ ok: false });
  });

  it.each([
    ['fileEmpty', (path: string) => writeFileSync(path, '')],
    ['fileIsFolder', (path: string) => mkdirSync(path)],
    ['fileNotFound', () => undefined],
    [
      'fileTooLarge',
      (path: string) => {
        writeFileSync(path, '');
        truncateSync(path, 1024 ** 3);
      },
    ],
  ])('that can’t be used says why: %s', async (kind, make) => {
    const path = join(folder, 'x.png');
    make(path);
    expect(await readOf(path)).toMatchObject({ ok: false, failure: { kind, name: 'x.png' } });
  });
});

describe('a folder opened from outside', () => {
  it('offers the documents in it, as people sort', async () => {
    for (const name of ['Sayfa 10.png', 'sayfa 2.JPG', 'Ek.pdf', 'not.docx', '.gizli', 'program.exe']) {
      writeFileSync(join(folder, name), 'bytes');
    }
    mkdirSync(join(folder, 'alt.pdf'));
    const files = createOpenedFiles();
    const [opened] = await files.open([folder]);
    const listed = await files.inFolder(opened?.token ?? '');
    expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(['Ek.pdf', 'sayfa 2.JPG', 'Sayfa 10.png']);
  });

  it('that is gone says so, and a made-up token opens none', async () => {
    const files = createOpenedFiles();
    const [gone] = await files.open([join(folder, 'yok')]);
    expect(await files.inFolder(gone?.token ?? '')).toMatchObject({ ok: false, failure: { kind: 'fileNotFound' } });
    expect(await files.inFolder(folder)).toMatchObject({ ok: false });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
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
  return files.readWhole(opened?.token ?? '');
}

describe('a file opened from outside', () => {
  it('is known by its name and read by its token', async () => {
    const path = join(folder, 'Şikâyet dilekçesi.png');
    writeFileSync(path, 'bytes');
    const files = createOpenedFiles();
    const [opened] = await files.open([path]);
    expect(opened).toMatchObject({ name: 'Şikâyet dilekçesi.png', size: 5 });
    const token = opened?.token ?? '';
    const read = await files.readWhole(token);
    expect(read.ok && Buffer.from(read.value).toString()).toBe('bytes');
    expect(await files.locate(token)).toEqual(ok({ path, size: 5 }));
  });

  it('can’t be read by a path or a made-up token', async () => {
    const path = join(folder, 'a.png');
    writeFileSync(path, 'bytes');
    const files = createOpenedFiles();
    expect(await files.readWhole(path)).toMatchObject({ ok: false });
    expect(await files.locate(path)).toMatchObject({ ok: false });
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

describe.skipIf(process.platform === 'win32')('what only looks like a file', () => {
  it.each([
    ['fileUnsupported', 'a pipe that nobody writes to', (path: string) => void execFileSync('mkfifo', [path])],
    ['fileUnsupported', 'a device that has no end', (path: string) => symlinkSync('/dev/zero', path)],
    ['fileUnreadable', 'a link to itself', (path: string) => symlinkSync(path, path)],
    ['fileNotFound', 'a link to nothing', (path: string) => symlinkSync(`${path}.gone`, path)],
  ])('says why it can’t be used, at once: %s, %s', async (kind, _what, make) => {
    const path = join(folder, 'x.png');
    make(path);
    expect(await readOf(path)).toMatchObject({ ok: false, failure: { kind, name: 'x.png' } });
  });

  it('is no document of its folder, but a link to one is', async () => {
    writeFileSync(join(folder, 'a.pdf'), 'bytes');
    symlinkSync(join(folder, 'a.pdf'), join(folder, 'b.pdf'));
    symlinkSync(join(folder, 'c.pdf'), join(folder, 'c.pdf'));
    symlinkSync('/dev/zero', join(folder, 'd.pdf'));
    execFileSync('mkfifo', [join(folder, 'e.pdf')]);
    const files = createOpenedFiles();
    const [opened] = await files.open([folder]);
    const listed = await files.inFolder(opened?.token ?? '');
    expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf']);
  });
});

describe.skipIf(process.platform === 'win32')('a name', () => {
  it.each([`${'ş'.repeat(125)}.png`, 'iki\nsatır İĞÜŞÖÇ.png', '-başta çizgi.png', ' .png'])(
    'of any letters the system takes is as it was: %j',
    async (name) => {
      const path = join(folder, name);
      writeFileSync(path, 'bytes');
      const files = createOpenedFiles();
      const [opened] = await files.open([path]);
      expect(opened).toMatchObject({ name, size: 5 });
      expect(await files.readWhole(opened?.token ?? '')).toMatchObject({ ok: true });
    },
  );
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

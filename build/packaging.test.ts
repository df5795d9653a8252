import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import plist from 'plist';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopEntry, makeMacApp, openPackager } from './builder';

const root = resolve(import.meta.dirname, '..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faksla-packaging-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the packaging configuration', () => {
  it.each(['electron-builder.yml', 'build/electron-builder.tests.yml', 'build/electron-builder.bench.yml'])(
    'is accepted for all three systems: %s',
    async (configuration) => {
      await expect(openPackager(configuration)).resolves.toBeDefined();
    },
    60_000,
  );

  it('names no file type on Windows, where electron-builder would make the app its default', () => {
    const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    const [, windows = ''] = /\nwin:\n([\s\S]*?)\nlinux:/.exec(text) ?? [];
    expect(windows).toContain('include: build/windows/installer.nsh');
    expect(windows).not.toContain('fileAssociations');
    expect(text).not.toMatch(/^fileAssociations/m);
  });
});

describe('the Linux desktop entry', () => {
  it('is valid and offers the app for documents and links', async () => {
    const entry = await desktopEntry();
    expect(entry).toContain('Exec=/opt/Faksla/faksla %U');
    expect(entry).toMatch(
      /^MimeType=.*application\/pdf;.*image\/heic;.*x-scheme-handler\/fax;.*x-scheme-handler\/tel;/m,
    );
    const file = join(folder, 'faksla.desktop');
    writeFileSync(file, entry);
    if (existsSync('/usr/bin/desktop-file-validate')) {
      expect(execFileSync('desktop-file-validate', [file], { encoding: 'utf8' })).toBe('');
    }
  }, 60_000);
});

interface InfoPlist {
  CFBundleIdentifier: string;
  CFBundleDocumentTypes: { CFBundleTypeExtensions: string[]; CFBundleTypeRole: string; LSHandlerRank: string }[];
  CFBundleURLTypes: { CFBundleURLSchemes: string[]; CFBundleTypeRole: string }[];
}

describe('the macOS app', () => {
  it('views documents and links, and is the default of none', async () => {
    const contents = join(folder, 'Electron.app/Contents');
    mkdirSync(join(contents, 'MacOS'), { recursive: true });
    const helper = join(contents, 'Frameworks/Electron Helper.app/Contents');
    mkdirSync(join(helper, 'MacOS'), { recursive: true });
    writeFileSync(join(helper, 'MacOS/Electron Helper'), '');
    writeFileSync(join(helper, 'Info.plist'), plist.build({ CFBundleExecutable: 'Electron Helper' }));
    mkdirSync(join(contents, 'Resources'));
    writeFileSync(join(contents, 'MacOS/Electron'), '');
    writeFileSync(join(contents, 'Info.plist'), plist.build({ CFBundleExecutable: 'Electron' }));
    await makeMacApp(folder);
    const made = plist.parse(readFileSync(join(folder, 'Faksla.app/Contents/Info.plist'), 'utf8'));
    const { CFBundleIdentifier, CFBundleDocumentTypes, CFBundleURLTypes } = made as unknown as InfoPlist;
    expect(CFBundleIdentifier).toBe('tr.faksla.app');
    const extensions = CFBundleDocumentTypes.flatMap((type) => type.CFBundleTypeExtensions);
    expect(extensions).toEqual(expect.arrayContaining(['pdf', 'png', 'jpg', 'tiff', 'bmp', 'gif', 'webp', 'heic']));
    for (const type of CFBundleDocumentTypes) {
      expect(type).toMatchObject({ CFBundleTypeRole: 'Viewer', LSHandlerRank: 'Alternate' });
    }
    expect(CFBundleURLTypes.flatMap((type) => type.CFBundleURLSchemes)).toEqual(['fax', 'tel', 'faksla']);
  }, 60_000);

  it('is entitled to what V8 and the native parts need, and to nothing else', () => {
    const entitlements = plist.parse(readFileSync(join(root, 'build/mac/entitlements.plist'), 'utf8'));
    expect(entitlements).toEqual({
      'com.apple.security.cs.allow-jit': true,
      'com.apple.security.cs.disable-library-validation': true,
    });
  });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppImageUpdater } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UpdateStatus } from '../../app/update';
import { plainNotes } from '../../app/update';
import { areUpdatesForbidden, type PolicyParts } from './policy';
import { type UpdateSource, updateSourceOf } from './update-source';
import { createUpdates, type UpdateParts } from './updates';

function updating(more: Partial<UpdateParts> = {}) {
  const installs: boolean[] = [];
  const told: UpdateStatus[] = [];
  let looks = 0;
  const source: UpdateSource = {
    fetchNewer() {
      looks++;
      return Promise.resolve({ version: '2.0.0', notes: 'Yeni' });
    },
    installAtEnd: (wanted) => void installs.push(wanted),
  };
  const updates = createUpdates({
    openSource: () => Promise.resolve(source),
    isForbidden: () => Promise.resolve(false),
    isWanted: () => true,
    isSending: () => false,
    onStatus: (status) => told.push(status),
    onError: () => undefined,
    ...more,
  });
  return { updates, installs, told, looks: () => looks };
}
const ready = { kind: 'ready', version: '2.0.0', notes: 'Yeni' } as const;

describe('an update', () => {
  it('is fetched quietly, told once with its notes, and installed at the end', async () => {
    const { updates, installs, told } = updating();
    expect(await updates.status()).toEqual({ kind: 'upToDate' });
    await updates.look();
    await updates.look();
    expect(told).toEqual([ready]);
    await updates.end();
    expect(installs).toEqual([true]);
  });

  it('is neither fetched nor installed while a fax is being sent', async () => {
    let sending = true;
    const { updates, installs, looks } = updating({ isSending: () => sending });
    await updates.look();
    expect(looks()).toBe(0);
    sending = false;
    await updates.look();
    expect(looks()).toBe(1);
    sending = true;
    await updates.end();
    expect(installs).toEqual([false]);
  });

  it.each([
    ['policy', { isForbidden: () => Promise.resolve(true) }],
    ['setting', { isWanted: () => false }],
    ['system', { openSource: () => Promise.resolve(null) }],
  ] as const)('is not even looked for where it is off by %s', async (by, parts) => {
    const { updates, looks } = updating(parts);
    await updates.look();
    expect(looks()).toBe(0);
    expect(await updates.status()).toEqual({ kind: 'off', by });
  });

  it('that can’t be had disturbs nobody', async () => {
    const errors: unknown[] = [];
    const failing = { fetchNewer: () => Promise.reject(new Error('offline')), installAtEnd: () => undefined };
    const openSource = () => Promise.resolve(failing);
    const { updates, told } = updating({ openSource, onError: (error) => errors.push(error) });
    await updates.look();
    expect([told.length, errors.length]).toEqual([0, 1]);
    expect(await updates.status()).toEqual({ kind: 'upToDate' });
  });

  it('has notes in plain text', () => {
    expect(plainNotes('<h2>1.1</h2><ul><li>A &amp; B</li></ul>')).toBe('1.1\n• A & B');
    expect(plainNotes('### Eklenen\n\n- Bir\n- İki')).toBe('Eklenen\n\n• Bir\n• İki');
  });
});

describe('an administrator', () => {
  const missing = (): Promise<string> => Promise.reject(Object.assign(new Error('none'), { code: 'ENOENT' }));
  const parts = (more: Partial<PolicyParts>): PolicyParts => ({
    environment: {},
    platform: 'linux',
    readText: missing,
    queryRegistry: missing,
    ...more,
  });

  it.each<[string, boolean, Partial<PolicyParts>]>([
    ['nothing', false, {}],
    ['the environment', true, { environment: { FAKSLA_UPDATES: 'off' } }],
    ['a policy file', true, { readText: () => Promise.resolve('{"updates":false}') }],
    ['a policy file that allows', false, { readText: () => Promise.resolve('{"updates":true}') }],
    ['a policy file that is broken', true, { readText: () => Promise.resolve('{updates') }],
    [
      'the registry',
      true,
      { platform: 'win32', queryRegistry: () => Promise.resolve('\r\n    Updates    REG_DWORD    0x0\r\n') },
    ],
    [
      'a registry that allows',
      false,
      { platform: 'win32', queryRegistry: () => Promise.resolve('    Updates    REG_DWORD    0x1\r\n') },
    ],
  ])('who says %s forbids updates: %s', async (_what, forbidden, more) => {
    expect(await areUpdatesForbidden(parts(more))).toBe(forbidden);
  });
});

describe('a release', () => {
  let folder: string;
  let server: Server;
  let renamed: string[];
  /** The program ends. */
  let quit: () => void;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faksla-updates-'));
    quit = () => undefined;
    renamed = [];
  });
  afterEach(async () => {
    await new Promise((closed) => server.close(closed));
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  /** A release server with version 2.0.0, and electron-updater in version 1.0.0 that looks there. */
  async function released(appImage: string, promised: string, installedAs = 'Old.AppImage'): Promise<UpdateSource> {
    const sha512 = createHash('sha512').update(promised).digest('base64');
    const list = `version: 2.0.0
files:
  - { url: Faksla.AppImage, sha512: ${sha512}, size: ${promised.length} }
path: Faksla.AppImage
sha512: ${sha512}
releaseDate: '2026-01-01T00:00:00.000Z'
releaseNotes: '- Daha hızlı'
`;
    server = createServer(({ url = '' }, answer) => {
      if (url.startsWith('/latest-linux')) answer.end(list);
      else if (url.startsWith('/Faksla.AppImage')) answer.end(appImage);
      else answer.writeHead(404).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const feed = `provider: generic\nurl: http://127.0.0.1:${port}\nuseMultipleRangeRequest: false\n`;
    writeFileSync(join(folder, 'app-update.yml'), feed);
    writeFileSync(join(folder, installedAs), 'old');
    vi.stubEnv('APPIMAGE', join(folder, installedAs));
    const updater = new AppImageUpdater(null, adapter(folder));
    const httpExecutor = Object.assign(new ElectronHttpExecutor(), {
      createRequest: (options: object, answer: (response: unknown) => void) => request(options, answer),
    });
    Object.assign(updater, { httpExecutor });
    updater.disableDifferentialDownload = true;
    return updateSourceOf(updater, (program) => renamed.push(program));
  }

  const adapter = (base: string) => ({
    version: '1.0.0',
    name: 'faksla',
    isPackaged: true,
    appUpdateConfigPath: join(base, 'app-update.yml'),
    userDataPath: base,
    baseCachePath: base,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: (handler: (exitCode: number) => void) => void (quit = () => handler(0)),
  });
  const fetched = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && each.name === 'Faksla.AppImage')
      .map((each) => readFileSync(join(each.parentPath, each.name), 'utf8'));

  it('is found, fetched and told with its notes', async () => {
    const source = await released('program', 'program');
    expect(await source.fetchNewer()).toEqual({ version: '2.0.0', notes: '• Daha hızlı' });
    expect(fetched()).toEqual(['program']);
  });

  it.each([true, false])(
    'takes the place of the old one as the program ends: where wanted, which is %s',
    async (wanted) => {
      const program = '#!/bin/sh\n';
      const source = await released(program, program);
      await source.fetchNewer();
      source.installAtEnd(wanted);
      quit();
      expect(readFileSync(join(folder, 'Old.AppImage'), 'utf8')).toBe(wanted ? program : 'old');
    },
  );

  it('says by what name the program goes on, where its version is in it', async () => {
    const program = '#!/bin/sh\n';
    const source = await released(program, program, 'Faksla-1.0.0.AppImage');
    await source.fetchNewer();
    source.installAtEnd(true);
    quit();
    expect(renamed).toEqual([join(folder, 'Faksla.AppImage')]);
    expect(readFileSync(join(folder, 'Faksla.AppImage'), 'utf8')).toBe(program);
  });

  it('whose file is not the one its list promises is refused', async () => {
    const source = await released('evil!!!', 'program');
    await expect(source.fetchNewer()).rejects.toThrow(/sha512|checksum/i);
    expect(fetched()).toEqual([]);
  });
});

import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

let base: string;
let home: string;
let openings: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'faksla-launcher-'));
  home = join(base, 'Faksla verisi');
  openings = join(home, 'openings');
  mkdirSync(openings, { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true }));

/** The launcher, beside a program that only prints its words. */
function launcher(): string {
  const folder = join(base, 'Uygulamalar & "Ağaç"');
  mkdirSync(folder, { recursive: true });
  copyFileSync(resolve(import.meta.dirname, 'faksla'), join(folder, 'faksla'));
  writeFileSync(join(folder, 'faksla-bin'), '#!/bin/sh\nprintf "%s|" started "$@"\n');
  for (const name of ['faksla', 'faksla-bin']) chmodSync(join(folder, name), 0o755);
  return join(folder, 'faksla');
}

/** A process that the link says is Faksla; it takes nothing by itself. */
function runningFaksla(name = 'faksla-bin', link = ''): number {
  const program = join(base, name);
  copyFileSync('/bin/sleep', program);
  const child = spawn(program, ['600'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  symlinkSync(`${link}${child.pid}`, join(openings, 'reader'));
  return child.pid ?? 0;
}

async function start(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(launcher(), words, { cwd: base, env: { PATH: '/usr/bin:/bin', FAKSLA_HOME: home, ...env } });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  await new Promise((done) => child.once('close', done));
  return { printed, code: child.exitCode };
}

/** What is left, taken as the program takes it. */
async function taken(folder = openings): Promise<string[]> {
  for (;;) {
    const left = readdirSync(folder).find((name) => name.endsWith('.words'));
    if (left !== undefined) {
      const words = readFileSync(join(folder, left), 'utf8').split('\0');
      rmSync(join(folder, left));
      return words;
    }
    await wait(5);
  }
}

const isIdle = (): boolean => readdirSync(openings).every((name) => name === 'reader');

describe.runIf(process.platform === 'linux')('the launcher', () => {
  it('hands files and links to the program that runs, and starts nothing', async () => {
    runningFaksla();
    const words = ['--demo', 'İş 1.pdf', '/tmp/two\nlines\\n "%s" $HOME.png', '', 'fax:+902123205072', '--', '--x.pdf'];
    const started = start(words);
    const [stat, folder, ...left] = await taken();
    expect(stat).toMatch(/^\d+ \(faksla\) /);
    expect([folder, left]).toEqual([base, [...words, '']]);
    expect(await started).toEqual({ printed: '', code: 0 });
    expect(isIdle()).toBe(true);
  });

  it('finds the data folder where it lies by default', async () => {
    openings = join(base, 'config/Faksla/openings');
    mkdirSync(openings, { recursive: true });
    runningFaksla();
    const started = start(['a.pdf'], { FAKSLA_HOME: '', XDG_CONFIG_HOME: join(base, 'config') });
    await taken();
    expect(await started).toEqual({ printed: '', code: 0 });
  });

  it('takes back what is not taken once the reader is gone, and starts the program', async () => {
    const pid = runningFaksla();
    const started = start(['a.pdf', 'b c.pdf']);
    await expect.poll(() => readdirSync(openings).some((name) => name.endsWith('.words'))).toBe(true);
    process.kill(pid, 'SIGKILL');
    expect((await started).printed).toBe('started|a.pdf|b c.pdf|');
    expect(isIdle()).toBe(true);
  });

  it('waits for a program that is starting', async () => {
    runningFaksla('faksla-bin', 'starting-');
    const started = start(['a.pdf']);
    await taken();
    expect(await started).toEqual({ printed: '', code: 0 });
  });

  it('starts the program where the link names another, or none', async () => {
    runningFaksla('another');
    expect((await start(['a.pdf'])).printed).toBe('started|a.pdf|');
    rmSync(join(openings, 'reader'));
    symlinkSync('../../etc', join(openings, 'reader'));
    expect((await start(['a.pdf'])).printed).toBe('started|a.pdf|');
    rmSync(openings, { recursive: true });
    expect((await start(['a.pdf'])).printed).toBe('started|a.pdf|');
  });

  it('names itself to the starts that follow, also in the first start of all', async () => {
    rmSync(home, { recursive: true });
    await start(['a.pdf']);
    expect(readlinkSync(join(openings, 'reader'))).toMatch(/^starting-\d+$/);
  });

  it.each([['--hidden'], ['--ozone-platform=wayland', 'a.pdf'], ['render', 'a.pdf']])(
    'starts the program with what only it understands: %s',
    async (...words) => {
      runningFaksla();
      expect((await start(words)).printed).toContain('started|');
    },
  );

  it('lets the program come to the front where that takes a start of its own', async () => {
    runningFaksla();
    const started = start(['a.pdf'], { WAYLAND_DISPLAY: 'wayland-0', XDG_ACTIVATION_TOKEN: 'token' });
    await taken();
    expect((await started).printed).toBe('started|');
  });

  it.runIf(existsSync('/bin/dash'))('is a script that the plainest shell reads', () => {
    execFileSync('/bin/dash', ['-n', resolve(import.meta.dirname, 'faksla')]);
  });
});

import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { expect, it, onTestFinished } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { linuxPlaces } from '../../main/integration/linux';
import { createPlaces } from '../../main/integration/places';
import { environment, keepScreenshot, openApp } from './app';
import { asRoot, packaged, samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const canOpen = process.platform === 'linux' && ['gio', 'xdg-open'].every((name) => existsSync(`/usr/bin/${name}`));

/** A user's desktop on which the program, in a folder with an awkward name, opens pictures and fax links. */
async function desktopWithFaksla(): Promise<{ home: string; env: Record<string, string>; documents: string }> {
  const base = scratchFolder();
  const folders = { home: 'Faksla verisi', config: 'config', data: 'data', documents: 'Şikâyet dosyaları (ğ)' };
  for (const name of Object.values(folders)) mkdirSync(join(base, name));
  const program = join(base, 'Uygulamalar & Ağaç', 'Faksla 1');
  cpSync(dirname(packaged.launcher), program, { recursive: true, verbatimSymlinks: true });
  const dataHome = join(base, folders.data);
  const parts = { home: base, dataHome, command: [join(program, 'faksla')], icon: null, verb: tr.menu.sendAsFax };
  const refresh = (): Promise<void> => {
    execFileSync('update-desktop-database', [join(dataHome, 'applications')]);
    return Promise.resolve();
  };
  const places = createPlaces({
    now: () => linuxPlaces(parts),
    formerly: () => [],
    onChanged: refresh,
    onError: () => undefined,
  });
  expect(await places.change('applicationMenu', true)).toMatchObject({ ok: true });
  const defaults = ['image/png', 'x-scheme-handler/fax'].map((type) => `${type}=faksla.desktop\n`).join('');
  writeFileSync(join(base, folders.config, 'mimeapps.list'), `[Default Applications]\n${defaults}`);
  const home = join(base, folders.home);
  const system = { XDG_DATA_HOME: dataHome, XDG_CONFIG_HOME: join(base, folders.config), XDG_CURRENT_DESKTOP: 'GNOME' };
  // Only root, as which tests may run, has to do without.
  const asRoot = process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {};
  return { home, env: environment(home, { ...system, ...asRoot }), documents: join(base, folders.documents) };
}

function pictures(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `İş ${index + 1} 100%.png`);
    copyFileSync(samples.letter, path);
    return path;
  });
}

/** The process that has the window of this data folder, as Chromium's own lock names it. */
const processOf = (home: string): number => Number(/-(\d+)$/.exec(readlinkSync(join(home, 'SingletonLock')))?.[1]);

/** One that ended and that nobody has asked about (state Z) runs no more. */
function isRunning(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

const draftIn = (home: string): string => {
  try {
    return readFileSync(join(home, 'draft/draft.json'), 'utf8');
  } catch {
    return '';
  }
};

/** Of the sources, in the order of their pages. */
function namesInDraft(home: string): string[] {
  const draft = draftIn(join(home, 'demo')) || draftIn(home);
  return draft === '' ? [] : (JSON.parse(draft) as { sources: { name: string }[] }).sources.map(({ name }) => name);
}

it.skipIf(!canOpen)('a file opened from a file manager starts the program, and is in its fax', async () => {
  const { home, env, documents } = await desktopWithFaksla();
  const [picture = ''] = pictures(documents, 1);
  execFileSync('gio', ['open', picture], { env, stdio: 'ignore' });
  await expect.poll(() => draftIn(home), { timeout: 60_000 }).toContain('İş 1 100%.png');
  const pid = processOf(home);
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false);
});

it.skipIf(!canOpen)('files and a link opened while it runs end in its window, as one fax', async () => {
  const { home, env, documents } = await desktopWithFaksla();
  const app = await openApp({ home, args: ['--demo'], env });
  const window = new SendWindow(app.window);
  onTestFinished(() => app.close());
  execFileSync('gio', ['open', ...pictures(documents, 5)], { env, stdio: 'ignore' });
  await expect.poll(() => app.window.getByRole('row', { name: /^Sayfa 5:/ }).count(), { timeout: 60_000 }).toBe(1);
  execFileSync('xdg-open', ['fax:+902123205072'], { env, stdio: 'ignore' });
  await app.window.getByText('0212 320 50 72').waitFor();
  await keepScreenshot(app.window, 'opened-from-file-manager');
  await window.show('settings');
  await app.window.getByRole('heading', { name: tr.ui.integration.title }).scrollIntoViewIfNeeded();
  await keepScreenshot(app.window, 'settings-integration');
});

it('files that a start each brings stand in the order of the starts, whichever is heard of first', async () => {
  const base = scratchFolder();
  const app = await openApp({ home: base, args: ['--demo'] });
  onTestFinished(() => app.close());
  const given = pictures(scratchFolder(), 5);
  // `gio open` starts them in no order.
  for (const picture of given) {
    spawn(packaged.program, [...asRoot, '--demo', picture], { env: environment(base, {}), stdio: 'ignore' });
  }
  await expect.poll(() => app.window.getByRole('row', { name: /^Sayfa 5:/ }).count(), { timeout: 60_000 }).toBe(1);
  await expect.poll(() => namesInDraft(base), { timeout: 30_000 }).toEqual(given.map((path) => basename(path)));
});

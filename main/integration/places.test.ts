import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import plist from 'plist';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execOf, linuxPlaces } from './linux';
import { macPlaces } from './mac';
import type { Place, PlaceParts } from './place';
import { createPlaces, type Places } from './places';
import { writePlist } from './plist';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'faksla-places-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const verb = 'Faks olarak gönder';

function parts(command: string[] = ['/opt/Faksla/faksla']): PlaceParts {
  return { home, dataHome: join(home, '.local/share'), command, icon: null, verb };
}
const left = (): string[] =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name);
const nothing = (): Promise<void> => Promise.resolve();
const placed = (now: () => readonly Place[], formerly: () => readonly Place[] = () => []): Places =>
  createPlaces({
    now,
    formerly,
    onChanged: nothing,
    onError(error) {
      throw error;
    },
  });

describe('the places that offer “Send as fax”', () => {
  it.each([
    ['macOS', macPlaces],
    ['Linux', linuxPlaces],
  ])('on %s are there when asked for, and leave nothing when taken away', async (_system, placesOf) => {
    const places = placed(() => placesOf(parts()));
    expect(places.list().map(({ isInstalled }) => isInstalled)).not.toContain(true);
    for (const { id } of places.list()) {
      const added = await places.change(id, true);
      expect(added.ok && added.value.find((each) => each.id === id)?.isInstalled).toBe(true);
      expect(left().length).toBeGreaterThan(0);
      const removed = await places.change(id, false);
      expect(removed.ok && removed.value.find((each) => each.id === id)?.isInstalled).toBe(false);
      expect(left()).toEqual([]);
    }
  });

  it('that can’t be written say so', async () => {
    writeFileSync(join(home, 'Library'), 'a file where a folder should be');
    const places = placed(() => macPlaces(parts()));
    expect(await places.change('printMenu', true)).toMatchObject({ ok: false, failure: { kind: 'fileNotWritable' } });
  });
});

describe('places called by the verb', () => {
  const english = 'Send as fax';
  /** The language has changed from English to Turkish. */
  const changed = (placesOf: typeof macPlaces): Places =>
    placed(
      () => placesOf(parts()),
      () => [verb, english].flatMap((each) => placesOf({ ...parts(), verb: each })),
    );

  it.each([
    ['macOS', macPlaces],
    ['Linux', linuxPlaces],
  ])('on %s follow a change of the language, and go whatever it was', async (_system, placesOf) => {
    await installed(placesOf, { ...parts(), verb: english });
    const places = changed(placesOf);
    expect(places.list().map(({ isInstalled }) => isInstalled)).not.toContain(false);
    places.renew();
    const paths = readdirSync(home, { recursive: true, encoding: 'utf8' });
    expect(paths.filter((path) => path.includes(english))).toEqual([]);
    expect(paths.some((path) => path.includes(verb))).toBe(true);

    await installed(placesOf, { ...parts(), verb: english });
    for (const { id } of places.list()) await places.change(id, false);
    expect(left()).toEqual([]);
  });

  it('leave another program’s script of that name alone', async () => {
    const services = join(home, 'Library/PDF Services');
    mkdirSync(services, { recursive: true });
    writeFileSync(join(services, english), '#!/bin/sh\nexec other-fax "$3"\n');
    const places = changed(macPlaces);
    expect(places.list().every(({ isInstalled }) => !isInstalled)).toBe(true);
    places.renew();
    await places.change('printMenu', false);
    expect(readdirSync(services)).toEqual([english]);
  });
});

describe('after the program’s file got another name', () => {
  const program = (name: string): string => {
    const path = join(home, name);
    writeFileSync(path, '');
    return path;
  };
  const commands = (): string[] =>
    ['applications/faksla.desktop', 'kio/servicemenus/faksla.desktop', `nautilus/scripts/${verb}`].map((name) =>
      readFileSync(join(home, '.local/share', name), 'utf8'),
    );

  it('what was installed starts it by the new one', async () => {
    const old = program('Faksla-1.0.0 "ğ".AppImage');
    await installed(linuxPlaces, parts([old]));
    rmSync(old);
    const now = program('Faksla-2.0.0.AppImage');
    placed(() => linuxPlaces(parts([now]))).renew();
    for (const text of commands()) expect(text).toMatch(/^(?=[^]*Faksla-2\.0\.0\.AppImage)(?![^]*1\.0\.0)/);
  });

  it('a second copy takes nothing from the one that is installed', async () => {
    const installedCopy = program('Faksla-1.0.0.AppImage');
    await installed(linuxPlaces, parts([installedCopy]));
    placed(() => linuxPlaces(parts([program('Downloads-Faksla.AppImage')]))).renew();
    for (const text of commands()) expect(text).toContain('Faksla-1.0.0.AppImage');
  });

  it('nothing appears that was not installed', () => {
    placed(() => linuxPlaces(parts([program('Faksla-2.0.0.AppImage')]))).renew();
    expect(existsSync(join(home, '.local'))).toBe(false);
  });
});

async function installed(placesOf: typeof macPlaces, given = parts()): Promise<void> {
  const places = placed(() => placesOf(given));
  for (const { id } of places.list()) await places.change(id, true);
}

interface Service {
  NSMenuItem: { default: string };
  NSMessage: string;
  NSRequiredContext: unknown;
  NSSendFileTypes: string[];
}
interface Workflow {
  actions: {
    action: { BundleIdentifier: string; ActionParameters: { COMMAND_STRING: string; inputMethod: number } };
  }[];
  workflowMetaData: { workflowTypeIdentifier: string; serviceInputTypeIdentifier: string };
}

describe('on macOS', () => {
  it('Finder’s Quick Action opens all that is chosen in one call', async () => {
    await installed(macPlaces);
    const contents = join(home, `Library/Services/${verb}.workflow/Contents`);
    const info = plist.parse(readFileSync(join(contents, 'Info.plist'), 'utf8')) as unknown as {
      NSServices: Service[];
    };
    expect(info.NSServices).toMatchObject([
      {
        NSMenuItem: { default: verb },
        NSMessage: 'runWorkflowAsService',
        NSRequiredContext: { NSApplicationIdentifier: 'com.apple.finder' },
        NSSendFileTypes: ['com.adobe.pdf', 'public.image'],
      },
    ]);
    const flow = plist.parse(readFileSync(join(contents, 'document.wflow'), 'utf8')) as unknown as Workflow;
    expect(flow.workflowMetaData).toMatchObject({
      workflowTypeIdentifier: 'com.apple.Automator.servicesMenu',
      serviceInputTypeIdentifier: 'com.apple.Automator.fileSystemObject',
    });
    expect(flow.actions.map(({ action }) => action)).toMatchObject([
      {
        BundleIdentifier: 'com.apple.RunShellScript',
        ActionParameters: { COMMAND_STRING: 'exec /usr/bin/open -b tr.faksla.app "$@"', inputMethod: 1 },
      },
    ]);
  });

  it('the Print dialog’s PDF menu hands the PDF over, the last of its arguments', async () => {
    await installed(macPlaces);
    const script = join(home, 'Library/PDF Services', verb);
    expect(statSync(script).mode & 0o777).toBe(0o755);
    const text = readFileSync(script, 'utf8').replace('exec /usr/bin/open', 'printf "%s\\n"');
    const printed = execFileSync('sh', ['-c', text, 'sh', 'Başlık', 'options', '/tmp/iş 1.pdf'], { encoding: 'utf8' });
    expect(printed.trim().split('\n')).toEqual(['-b', 'tr.faksla.app', '/tmp/iş 1.pdf']);
  });

  it('a property list holds any text', () => {
    const value = { 'a & <b>': ['“ü”', 1, 1.5, true, false, { x: ']]>' }] };
    expect(plist.parse(writePlist(value))).toEqual(value);
  });
});

const canValidate = existsSync('/usr/bin/desktop-file-validate');

describe('on Linux', () => {
  const awkward = ['/home/ayşe/Uygulamalar 100% "yeni"/Fak$la `1`\\2.AppImage', "it's"];

  it.skipIf(!canValidate)('the desktop entries are valid, whatever the program’s path', async () => {
    await installed(linuxPlaces, parts(awkward));
    const menu = join(home, '.local/share/applications/faksla.desktop');
    expect(execFileSync('desktop-file-validate', [menu], { encoding: 'utf8' })).toBe('');
    expect(readFileSync(menu, 'utf8')).toMatch(/^MimeType=application\/pdf;.*x-scheme-handler\/fax;/m);
    const dolphin = join(home, '.local/share/kio/servicemenus/faksla.desktop');
    expect(statSync(dolphin).mode & 0o111).not.toBe(0);
    expect(readFileSync(dolphin, 'utf8')).toContain(`[Desktop Action sendAsFax]\nName=${verb}\n`);
  });

  it('the key Exec is quoted as its specification says', () => {
    expect(execOf(['/opt/a b', '50%', '$x'])).toBe('"/opt/a b" "50%%" "\\\\$x"');
  });

  it('Nautilus’s script starts the program with the chosen files, whatever both are called', async () => {
    const folder = join(home, `Fak$la "1" 'x'`);
    mkdirSync(folder);
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o755 });
    await installed(linuxPlaces, parts([program]));
    const script = join(home, '.local/share/nautilus/scripts', verb);
    const printed = execFileSync(script, ['--no-sandbox.pdf', 'iş 2.pdf'], { encoding: 'utf8' });
    expect(printed.trim().split('\n')).toEqual(['--', '--no-sandbox.pdf', 'iş 2.pdf']);
  });
});

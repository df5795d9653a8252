import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch';
import { canRunInstallers, openWindows, type Registry, type Windows } from './wine';

const endings = ['pdf', 'png', 'jpg', 'jpeg', 'tif', 'tiff', 'bmp', 'gif', 'webp', 'heic', 'heif'];

/** The scripts of `build/windows` in a small installer of their own. */
function makeInstaller(): string {
  const folder = scratchFolder();
  const [program, out] = [join(folder, 'program.exe'), join(folder, 'faksla-kur.exe')];
  writeFileSync(program, 'MZ');
  const script = resolve(import.meta.dirname, '../windows/integration-test.nsi');
  execFileSync('makensis', ['-V1', '-WX', `-DPROGRAM=${program}`, `-DOUT=${out}`, script]);
  return out;
}

const folderOf = (windows: Windows): string =>
  join(windows.drive, 'users', readdirSync(join(windows.drive, 'users')).find((name) => name !== 'Public') ?? '');

/** Where programs leave their marks; Windows itself writes elsewhere at any time. */
const marks =
  /\\Software\\(?:Classes|Clients|Faksla|RegisteredApplications|Microsoft\\Windows\\CurrentVersion)(?:\\|$)/i;

function software(windows: Windows): { own: Registry; all: Registry } {
  const marked = (key: string): Registry => new Map([...windows.registry(key)].filter(([name]) => marks.test(name)));
  return { own: marked(`HKCU\\Software`), all: marked(`HKLM\\Software`) };
}

/** What the installer teaches of the program at `exe`, read back from the registry. */
function expectLearned(registry: Registry, root: string, exe: string, verb: string): void {
  const at = (key: string) => registry.get(`${root}\\Software\\${key}`);
  const command = { '@': `"${exe}" -- "%1"` };
  const capabilities = 'Faksla\\Capabilities';
  for (const ending of endings) {
    const key = `Classes\\SystemFileAssociations\\.${ending}\\shell\\Faksla.SendAsFax`;
    expect(at(key)).toEqual({ '@': verb, MUIVerb: verb, Icon: `"${exe}",0`, MultiSelectModel: 'Player' });
    expect(at(`${key}\\command`)).toEqual(command);
  }
  const dotted = endings.map((ending) => `.${ending}`);
  expect(at('Classes\\Applications\\faksla.exe\\SupportedTypes')).toEqual(
    Object.fromEntries(dotted.map((ending) => [ending, ''])),
  );
  expect(at(`${capabilities}\\FileAssociations`)).toEqual(
    Object.fromEntries(dotted.map((ending) => [ending, 'Faksla.Document'])),
  );
  expect(at(`${capabilities}\\URLAssociations`)).toEqual(
    Object.fromEntries(['fax', 'tel', 'faksla'].map((scheme) => [scheme, 'Faksla.Link'])),
  );
  expect(at('RegisteredApplications')).toMatchObject({ Faksla: 'Software\\Faksla\\Capabilities' });
  for (const kind of ['Faksla.Document', 'Faksla.Link', 'faksla', 'Applications\\faksla.exe']) {
    expect(at(`Classes\\${kind}\\shell\\open\\command`), kind).toEqual(command);
  }
  for (const link of ['Faksla.Link', 'faksla']) expect(at(`Classes\\${link}`)).toMatchObject({ 'URL Protocol': '' });
}

/** What others own stays theirs: the programs that open these files and links. */
function expectNothingTaken(before: Registry, after: Registry): void {
  const owners = /\\Software\\Classes\\(?:\.[^\\]+|fax|tel)(?:\\|$)/i;
  const owned = (registry: Registry) => [...registry].filter(([key]) => owners.test(key));
  expect(owned(after)).toEqual(owned(before));
}

describe.skipIf(!canRunInstallers)('the Windows installer', () => {
  it('teaches Windows to fax what is chosen, and takes all of it back', () => {
    const windows = openWindows();
    const installer = makeInstaller();
    const foreignVerb = 'HKCU\\Software\\Classes\\SystemFileAssociations\\.pdf\\shell\\Other.Print';
    windows.setRegistry(foreignVerb, 'MUIVerb', 'Print elsewhere');
    const user = folderOf(windows);
    const sendTo = join(user, 'AppData/Roaming/Microsoft/Windows/SendTo');
    const program = join(user, 'AppData/Local/Programs/faksla');
    const data = join(user, 'AppData/Roaming/Faksla');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'outbox.sqlite'), 'faxes');
    const before = software(windows);
    const linksBefore = readdirSync(sendTo);

    windows.run(installer, '/S', '/turkish');
    expect(existsSync(join(program, 'faksla.exe'))).toBe(true);
    const installed = software(windows);
    const exe = `C:\\users\\${user.split('/').at(-1) ?? ''}\\AppData\\Local\\Programs\\faksla\\faksla.exe`;
    expectLearned(installed.own, 'HKEY_CURRENT_USER', exe, 'Faks olarak gönder');
    expectNothingTaken(before.own, installed.own);
    expect(installed.all).toEqual(before.all);
    expect(readdirSync(sendTo).sort()).toEqual([...linksBefore, 'Faks olarak gönder.lnk'].sort());
    expect(readFileSync(join(sendTo, 'Faks olarak gönder.lnk')).includes('faksla.exe')).toBe(true);

    // `_?=` keeps the uninstaller from copying itself away, so that it can be waited for.
    windows.run(join(program, 'uninstall.exe'), '/S', `_?=${exe.replace(/\\faksla\.exe$/, '')}`);
    expect(software(windows)).toEqual(before);
    expect(readdirSync(sendTo).sort()).toEqual(linksBefore.sort());
    expect(readFileSync(join(data, 'outbox.sqlite'), 'utf8')).toBe('faxes');

    windows.run(installer, '/S', '/allusers');
    const everyones = software(windows);
    expectLearned(everyones.all, 'HKEY_LOCAL_MACHINE', 'C:\\Program Files\\faksla\\faksla.exe', 'Send as fax');
    expectNothingTaken(before.all, everyones.all);
    expect(everyones.own).toEqual(before.own);
    expect(readdirSync(sendTo).sort()).toEqual(linksBefore.sort());
    windows.run('C:\\Program Files\\faksla\\uninstall.exe', '/S', '/allusers', '_?=C:\\Program Files\\faksla');
    expect(software(windows)).toEqual(before);
  });
});

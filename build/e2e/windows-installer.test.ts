import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_ID, TOAST_ACTIVATOR } from '../../main/os/app-id';
import { makeSetup } from './windows-setup';
import { canRunInstallers, openWindows, type Registry, type Windows } from './wine';

const endings = ['pdf', 'png', 'jpg', 'jpeg', 'tif', 'tiff', 'bmp', 'gif', 'webp', 'heic', 'heif'];

const folderOf = (windows: Windows): string =>
  join(
    windows.drive,
    'users',
    readdirSync(join(windows.drive, 'users')).find((name) => !['Public', 'Default'].includes(name)) ?? '',
  );

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

interface Marks extends Readonly<Record<'sendTo' | 'newcomers' | 'startMenu', readonly string[]>> {
  readonly own: Registry;
  readonly all: Registry;
}

/** In what two of them differ. */
function differences(before: Marks, after: Marks): string[] {
  const lines = ({ own, all, ...folders }: Marks): string[] =>
    [...own, ...all, ...Object.entries(folders)].map(([name, held]) => `${name} ${JSON.stringify(held)}`);
  const [was, is] = [new Set(lines(before)), new Set(lines(after))];
  return [...[...was].filter((line) => !is.has(line)), ...[...is].filter((line) => !was.has(line))];
}

const run = 'Microsoft\\Windows\\CurrentVersion\\Run';
const approved = 'Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run';

/** A Windows with another program's verb, a Send To, faxes of ours, and a user to come. */
function openOffice() {
  const windows = openWindows();
  windows.setRegistry('HKCU\\Software\\Classes\\SystemFileAssociations\\.pdf\\shell\\Other.Print', 'MUIVerb', 'Print');
  windows.setRegistry('HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall', 'Other', 'yes');
  windows.setRegistry(`HKCU\\Software\\${run}`, 'Other', 'C:\\other.exe');
  windows.setRegistry(`HKCU\\Software\\${approved}`, 'Other', 'yes');
  windows.setRegistry(
    'HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList',
    'Default',
    'C:\\users\\Default',
  );
  const user = folderOf(windows);
  const inProfile = 'AppData/Roaming/Microsoft/Windows/SendTo';
  const sendTo = join(user, inProfile);
  const newcomers = join(windows.drive, 'users/Default', inProfile);
  const startMenu = join(user, 'AppData/Roaming/Microsoft/Windows/Start Menu/Programs');
  const data = join(user, 'AppData/Roaming/Faksla');
  const downloads = join(user, 'AppData/Local/faksla-updater');
  for (const folder of [newcomers, data]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(data, 'outbox.sqlite'), 'faxes');
  return {
    windows,
    user,
    data,
    downloads,
    marks: (): Marks => ({
      ...software(windows),
      sendTo: readdirSync(sendTo).sort(),
      newcomers: readdirSync(newcomers),
      startMenu: readdirSync(startMenu).sort(),
    }),
    /** What the program and its updates leave while they are used. */
    use: (): void => {
      windows.setRegistry(`HKCU\\Software\\${run}`, APP_ID, 'faksla.exe --hidden');
      windows.setRegistry(`HKCU\\Software\\${approved}`, APP_ID, 'yes');
      windows.setRegistry(`HKCU\\Software\\Classes\\CLSID\\${TOAST_ACTIVATOR}\\LocalServer32`, 'x', 'faksla.exe');
      writeFileSync(join(startMenu, 'Faksla.lnk'), '');
      mkdirSync(downloads, { recursive: true });
      writeFileSync(join(downloads, 'installer.exe'), 'MZ');
    },
    startsAtLogin: () =>
      APP_ID in (windows.registry('HKCU\\Software').get(`HKEY_CURRENT_USER\\Software\\${run}`) ?? {}),
    uninstall: (folder: string, ...options: string[]): void => {
      // `_?=` keeps the uninstaller from copying itself away, so that it can be waited for.
      windows.run(`${folder}\\Uninstall faksla.exe`, ...options, `_?=${folder}`);
    },
  };
}

describe.skipIf(!canRunInstallers)('the Windows installer', () => {
  it('teaches Windows to fax what is chosen, and takes all of it back', async () => {
    const { windows, user, data, downloads, marks, use, startsAtLogin, uninstall } = openOffice();
    const setup = await makeSetup(windows);
    const before = marks();
    const folder = `C:\\users\\${basename(user)}\\AppData\\Local\\Programs\\faksla`;
    const verb = 'Send as fax';

    windows.run(setup, '/S');
    expect(existsSync(join(user, 'AppData/Local/Programs/faksla/faksla.exe'))).toBe(true);
    const installed = marks();
    expectLearned(installed.own, 'HKEY_CURRENT_USER', `${folder}\\faksla.exe`, verb);
    expectNothingTaken(before.own, installed.own);
    expect(installed.all).toEqual(before.all);
    expect(installed.sendTo).toEqual([...before.sendTo, `${verb}.lnk`].sort());
    expect(installed.newcomers).toEqual([]);

    use();
    // An update: electron-updater starts the setup with this word, and it the uninstaller of the version before.
    windows.run(setup, '/S', '--updated');
    expect([startsAtLogin(), existsSync(downloads)]).toEqual([true, true]);
    expectLearned(marks().own, 'HKEY_CURRENT_USER', `${folder}\\faksla.exe`, verb);

    uninstall(folder, '/S');
    expect(differences(before, marks())).toEqual([]);
    expect(existsSync(downloads)).toBe(false);
    expect(readFileSync(join(data, 'outbox.sqlite'), 'utf8')).toBe('faxes');
  }, 300_000);

  it('for everyone gives each user the same, and takes all of it back', async () => {
    const { windows, data, marks, use, uninstall } = openOffice();
    const setup = await makeSetup(windows);
    const before = marks();
    // Without a space, or Wine would put quotes where an uninstaller expects none.
    const folder = 'C:\\faksla';
    const install = (): void => {
      windows.run(setup, '/S', '/allusers', `/D=${folder}`);
      use();
    };

    install();
    const everyones = marks();
    expectLearned(everyones.all, 'HKEY_LOCAL_MACHINE', `${folder}\\faksla.exe`, 'Send as fax');
    expectNothingTaken(before.all, everyones.all);
    expect(everyones.newcomers).toEqual(['Send as fax.lnk']);
    expect(everyones.sendTo).toEqual([...before.sendTo, 'Send as fax.lnk'].sort());

    uninstall(folder, '/allusers', '/S', '/KEEP_APP_DATA');
    expect(differences(before, marks())).toEqual([]);
    expect(readdirSync(data)).toEqual(['outbox.sqlite']);

    install();
    uninstall(folder, '/allusers', '/S', '--delete-app-data');
    expect(differences(before, marks())).toEqual([]);
    expect(existsSync(data)).toBe(false);
  }, 300_000);
});

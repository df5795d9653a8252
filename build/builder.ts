import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** The parts of electron-builder that it has no public name for, as far as the tests use them. */
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));

interface Packager {
  validateConfig(): Promise<void>;
}
interface PlatformPackager {
  readonly platformSpecificBuildOptions: unknown;
}
type PackagerOf = new (packager: Packager) => PlatformPackager;

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what it loads
const load = <T>(path: string): T => fromBuilder(path) as T;

/** Reads `electron-builder.yml` as a build does; rejects where its schema does. */
export async function openPackager(configuration: string, options: object = {}): Promise<Packager> {
  const { Packager: Open } = load<{ Packager: new (options: object) => Packager }>('app-builder-lib');
  const packager = new Open({ projectDir: root, config: configuration, ...options });
  await packager.validateConfig();
  return packager;
}

/** The desktop entry that the deb and the AppImage carry. */
export async function desktopEntry(): Promise<string> {
  const { LinuxPackager } = load<{ LinuxPackager: PackagerOf }>('app-builder-lib/out/linuxPackager');
  const { LinuxTargetHelper } = load<{
    LinuxTargetHelper: new (packager: PlatformPackager) => { computeDesktopEntry(options: unknown): string };
  }>('app-builder-lib/out/targets/LinuxTargetHelper');
  const packager = new LinuxPackager(await openPackager('electron-builder.yml'));
  return new LinuxTargetHelper(packager).computeDesktopEntry(packager.platformSpecificBuildOptions);
}

/** Makes an empty `Electron.app` in `folder` into ours: its `Info.plist` says what macOS will know of Faksla. */
export async function makeMacApp(folder: string): Promise<void> {
  const { MacPackager } = load<{ MacPackager: PackagerOf }>('app-builder-lib/out/macPackager');
  const { createMacApp } = load<{
    createMacApp: (packager: unknown, folder: string, integrity: null, isMas: boolean) => Promise<void>;
  }>('app-builder-lib/out/electron/electronMac');
  const general = await openPackager('electron-builder.yml');
  const packager = new MacPackager(general);
  Object.defineProperty(general, 'framework', { value: { distMacOsAppName: 'Electron.app' } });
  await createMacApp(packager, folder, null, false);
}

/** Both scripts of the Windows installer as a build gives them to makensis: the one that makes the uninstaller, and the installer's. */
export interface InstallerScripts {
  readonly defines: Readonly<Record<string, string | null>>;
  readonly commands: Readonly<Record<string, unknown>>;
  readonly uninstaller: string;
  readonly installer: string;
  /** Where electron-builder keeps the scripts that these include. */
  readonly templates: string;
}

interface NsisTarget {
  buildInstaller(archs: ReadonlyMap<number, string>): Promise<void>;
  computeCommonInstallerScriptHeader(): Promise<string>;
  computeFinalScript(script: string, isInstaller: boolean, archs: ReadonlyMap<number, string>): Promise<string>;
}
type Defines = InstallerScripts['defines'];
type Commands = InstallerScripts['commands'];
type NsisTargetOf = new (packager: unknown, out: string, name: string, packing: object) => NsisTarget;

/** The scripts of an installer in `out` that installs what lies in `program`. */
export async function installerScripts(program: string, out: string): Promise<InstallerScripts> {
  const computed: (readonly [Defines, Commands])[] = [];
  const effectiveOptionComputed = (both: readonly [Defines, Commands]): boolean => {
    computed.push(both);
    return true;
  };
  const general = await openPackager('electron-builder.yml', { effectiveOptionComputed });
  const { WinPackager } = load<{ WinPackager: PackagerOf }>('app-builder-lib/out/winPackager');
  const { NsisTarget: Target } = load<{ NsisTarget: NsisTargetOf }>('app-builder-lib/out/targets/nsis/NsisTarget');
  const packed = {
    packArch: () => ({ fileInfo: { path: join(out, 'program.7z'), sha512: '' }, unpackedSize: 1 }),
    refCount: 0,
  };
  const target = new Target(new WinPackager(general), out, 'nsis', packed);
  const x64 = new Map([[1, program]]);
  await target.buildInstaller(x64);
  const templates = join(dirname(fromBuilder.resolve('app-builder-lib/package.json')), 'templates/nsis');
  const header = await target.computeCommonInstallerScriptHeader();
  const script = readFileSync(join(templates, 'installer.nsi'), 'utf8');
  const [defines, commands] = computed[0] ?? [{}, {}];
  return {
    defines,
    commands,
    templates,
    uninstaller: header + (await target.computeFinalScript(script, false, x64)),
    installer: header + (await target.computeFinalScript(script, true, x64)),
  };
}

import { createRequire } from 'node:module';
import { resolve } from 'node:path';

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
export async function openPackager(configuration: string): Promise<Packager> {
  const { Packager: Open } = load<{ Packager: new (options: object) => Packager }>('app-builder-lib');
  const packager = new Open({ projectDir: root, config: configuration });
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

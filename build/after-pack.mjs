import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{ doAddElectronFuses(context: import('electron-builder').AfterPackContext): Promise<void> }} FuseSetter */

/**
 * On Linux the program's name belongs to a launcher script (build/linux/faksla), the program itself stands beside it
 * as `faksla-bin`. electron-builder sets the fuses on whatever has the program's name, after this hook, so here they
 * are set before the move and its own turn is skipped.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  if (context.electronPlatformName !== 'linux') return;
  const { appOutDir } = context;
  const packager = /** @type {FuseSetter} */ (/** @type {unknown} */ (context.packager));
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
  await packager.doAddElectronFuses(context);
  packager.doAddElectronFuses = () => Promise.resolve();
  const program = join(appOutDir, 'faksla');
  await rename(program, `${program}-bin`);
  await copyFile(join(import.meta.dirname, 'linux/faksla'), program);
  await chmod(program, 0o755);
}

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/**
 * Faksla's own packaged folder with the bare app (`bare/`) in the place of ours.
 *
 * @param {string} packaged
 * @param {string} folder
 * @param {string} bare
 */
export async function makeBareApp(packaged, folder, bare) {
  cpSync(packaged, folder, { recursive: true });
  rmSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  await createPackage(bare, join(folder, 'resources/app.asar'));
}

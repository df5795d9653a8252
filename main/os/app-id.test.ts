import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_ID, nameToWindows, TOAST_ACTIVATOR } from './app-id';

const build = resolve(import.meta.dirname, '../../build');

function named(platform: NodeJS.Platform): string[] {
  const said: string[] = [];
  const app = {
    setAppUserModelId: (id: string) => void said.push(id),
    setToastActivatorCLSID: (id: string) => void said.push(id),
  };
  nameToWindows(app, platform);
  return said;
}

describe('the program’s name among the system’s', () => {
  it('is the one it is packaged with, and the shortcuts’', () => {
    expect(readFileSync(resolve(build, '../electron-builder.yml'), 'utf8')).toMatch(
      new RegExp(`^appId: ${APP_ID}$`, 'm'),
    );
  });

  it('is told to Windows, where notifications and the jump list go by it, and to no other system', () => {
    expect(named('win32')).toEqual([APP_ID, TOAST_ACTIVATOR]);
    expect(named('linux')).toEqual([]);
  });

  it('is taken out of the registry by the uninstaller', () => {
    expect(readFileSync(resolve(build, 'windows/traces.nsh'), 'utf8')).toContain(`"${TOAST_ACTIVATOR}"`);
  });
});

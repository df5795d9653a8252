import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { openApp } from './app';
import { packaged } from './packaged';
import { scratchFolder } from './scratch';

/** As the fuse wire in the program holds them. */
const [off, on] = [0x30, 0x31];

describe('the packaged app', () => {
  it('has the fuses of a release, but for the one a test driver needs', async () => {
    const wire = await getCurrentFuseWire(packaged.program);
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  it('gives its page no Node, no second window, no other address and no inline script', async () => {
    const { electron, window: page } = await openApp({ home: scratchFolder(), args: ['--demo'] });
    const found = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.body.append(script);
      return {
        node: typeof (globalThis as { require?: unknown; process?: unknown }).require,
        bridge: Object.keys((globalThis as unknown as { faksla: object }).faksla).sort(),
        opened: window.open('https://example.com/') === null,
        reached: await fetch('https://example.com/').then(
          () => true,
          () => false,
        ),
        inline: document.title === 'inline',
        camera: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      };
    });
    expect(found).toEqual({
      node: 'undefined',
      bridge: ['invoke', 'on'],
      opened: true,
      reached: false,
      inline: false,
      camera: 'denied',
    });
    expect(electron.windows().length).toBe(1);
    // No path is an address of a file, and no token can be made up.
    const asked = ['faksla-given://file/etc/passwd', 'faksla-given://file/..%2f..%2fetc%2fpasswd', '/given/etc/passwd'];
    const given = await page.evaluate(
      (urls) =>
        Promise.all(
          urls.map((url) =>
            fetch(url).then(
              ({ ok }) => ok,
              () => false,
            ),
          ),
        ),
      asked,
    );
    expect(given).toEqual([false, false, false]);
    const address = page.url();
    await page.evaluate(() => void (location.href = 'https://example.com/'));
    expect(page.url()).toBe(address);
  });

  it('asks nobody but the exchange for anything, its browser included', async () => {
    const log = join(scratchFolder(), 'net.json');
    const app = await openApp({ home: scratchFolder(), args: ['--demo', `--log-net-log=${log}`] });
    // The exchange has answered when the account's numbers can be chosen.
    await app.window.locator('option', { hasText: '0850' }).waitFor({ state: 'attached' });
    await app.close();
    const asked = [...readFileSync(log, 'utf8').matchAll(/"url":"([a-z]+:\/\/[^/":]+)/g)].map(([, origin]) => origin);
    expect(new Set(asked)).toEqual(new Set(['http://127.0.0.1']));
  });
});

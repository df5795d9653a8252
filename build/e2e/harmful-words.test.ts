import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { environment, openApp } from './app';
import { asRoot, packaged } from './packaged';
import { scratchFolder } from './scratch';

describe.skipIf(process.platform !== 'linux')('words that mean harm', () => {
  it('are said to be no fax number, or are nothing; none is obeyed', async () => {
    const home = scratchFolder();
    const trap = join(scratchFolder(), 'sprung');
    const script = join(scratchFolder(), 'trap.js');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(trap)}, '')`);
    const app = await openApp({ home, args: ['--demo'] });
    onTestFinished(() => app.close());
    const start = (...words: string[]): Promise<unknown> =>
      once(
        spawn(packaged.launcher, [...asRoot, '--demo', ...words], { env: environment(home, {}), stdio: 'ignore' }),
        'exit',
      );
    const long = '9'.repeat(10_000);
    const links = [
      `fax:${long}`,
      `tel:+90${long}`,
      `faksla:new?to=${long}`,
      `faksla:new?to=1${',2'.repeat(5_000)}`,
      'fax:+90 212\n--inspect=9333\n320',
      `faksla:$(touch ${trap})`,
      `fax:;touch ${trap}`,
      'tel:`id`',
    ];
    for (const link of links) await start('--', link);
    const more = tr.ui.compose.moreNotices.replace('{{n}}', String(links.length - 3));
    await app.window.getByText(more).waitFor();
    for (const words of [
      ['-r', script],
      ['--require', script],
      ['--inspect=0'],
      ['--no-sandbox', '--js-flags=--version'],
    ]) {
      await start(...words);
    }
    expect(existsSync(trap)).toBe(false);
    expect(await app.window.getByRole('row').count()).toBe(0);
  });
});

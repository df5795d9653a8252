import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { TOGETHER_MS } from '../../main/openings/collector';
import { environment, openApp } from './app';
import { asRoot, packaged, samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

it('a second start hands its files to the window that is open', async () => {
  const home = scratchFolder();
  const app = await openApp({ home, args: ['--demo', samples.letter] });
  const window = new SendWindow(app.window);
  await expect.poll(() => window.pages().count()).toBe(1);
  // What is started sooner belongs to the same gesture, and to the same fax without a question.
  await wait(TOGETHER_MS);
  const second = spawn(packaged.launcher, [...asRoot, samples.form], { env: environment(home, {}), stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(0);
  await window.button(tr.ui.arrivals.here).click();
  await expect.poll(() => window.pages().count()).toBe(2);
});

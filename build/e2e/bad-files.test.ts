import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { createTranslate, failureSentence } from '../../app/i18n/translate';
import { keepScreenshot, openApp } from './app';
import { writeBadFiles } from './bad-files';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const t = createTranslate('tr');

it('each bad file gets its own sentence, and the good page stays', async () => {
  const home = scratchFolder();
  const bad = writeBadFiles(home);
  const app = await openApp({ home, args: ['--demo', samples.letter] });
  const window = new SendWindow(app.window);
  await expect.poll(() => window.pages().count()).toBe(1);

  const expected = [
    [bad.empty, failureSentence(t, { kind: 'fileEmpty', name: basename(bad.empty) })],
    [bad.text, failureSentence(t, { kind: 'fileUnsupported', name: basename(bad.text) })],
    [bad.cutJpeg, failureSentence(t, { kind: 'imageDamaged', name: basename(bad.cutJpeg) })],
    [bad.cutPng, failureSentence(t, { kind: 'imageDamaged', name: basename(bad.cutPng) })],
    [
      bad.huge,
      failureSentence(t, { kind: 'imageTooLarge', name: basename(bad.huge), widthPx: 30_000, heightPx: 30_000 }),
    ],
  ] as const;
  for (const [file, sentence] of expected) {
    await window.drop(file);
    await app.window.getByText(sentence).waitFor();
    await keepScreenshot(app.window, `bad-${basename(file)}`);
    await window.button(t('ui.common.dismiss')).click();
    expect(await window.pages().count()).toBe(1);
  }
});

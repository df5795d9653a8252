import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { StoredDraft } from '../../app/draft/draft';
import { failureSentence, createTranslate } from '../../app/i18n/translate';
import { tr } from '../../app/i18n/tr';
import { keepScreenshot, openApp } from './app';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const { compose, restored } = tr.ui;

/** The draft's file, as text; empty while there is none. */
function draftIn(home: string): string {
  try {
    return readFileSync(join(home, 'demo/draft/draft.json'), 'utf8');
  } catch {
    return '';
  }
}

it('a fax in the making outlives the program’s being killed, and goes once it is sent', async () => {
  const home = scratchFolder();
  const first = await openApp({ home, args: ['--demo', samples.letter] });
  const window = new SendWindow(first.window);
  await expect.poll(() => window.pages().count()).toBe(1);
  // This one has no path: main has to copy it.
  await window.drop(samples.form);
  await expect.poll(() => window.pages().count()).toBe(2);
  await window.button(compose.rotateRight).click();
  await window.setHeader('Çınaraltı Mobilya');
  await window.addRecipient('0 212 320 50 72');
  await expect.poll(() => draftIn(home)).toMatch(/"rotation":90.*"902123205072".*Çınaraltı Mobilya/);
  const process = first.electron.process();
  process.kill('SIGKILL');
  await expect.poll(() => process.signalCode).toBe('SIGKILL');

  const second = await openApp({ home, args: ['--demo'] });
  const again = new SendWindow(second.window);
  await second.window.getByText(restored.text).waitFor();
  await expect.poll(() => again.pages().count()).toBe(2);
  await keepScreenshot(second.window, 'draft-restored');
  expect(await second.window.getByRole('textbox', { name: compose.header }).inputValue()).toBe('Çınaraltı Mobilya');
  await second.window.getByText('0212 320 50 72').waitFor();
  await again.send();
  await second.window
    .getByRole('heading', { name: new RegExp(`^(${tr.ui.sent.title}|${tr.ui.sent.finished})`) })
    .waitFor();
  expect(draftIn(home)).toBe('');
  await second.close();

  const third = await openApp({ home, args: ['--demo'] });
  await third.window.getByText(compose.emptyTitle).waitFor();
  expect(await new SendWindow(third.window).pages().count()).toBe(0);
});

it('a fax whose document is gone, or is another by now, says so above its pages and keeps the rest', async () => {
  const home = scratchFolder();
  const seen = { size: 1, mtimeMs: 1 };
  const left: StoredDraft = {
    version: 1,
    sources: [
      { name: 'mektup.png', pageCount: 1, isLocked: false, path: samples.letter, seen },
      { name: 'gitti.pdf', pageCount: 1, isLocked: false, path: join(home, 'gitti.pdf'), seen },
    ],
    pages: [0, 1].map((source) => ({ source, sourcePage: 1, rotation: 0 as const })),
    recipients: [],
    typed: '',
    choices: {},
  };
  mkdirSync(join(home, 'demo/draft'), { recursive: true });
  writeFileSync(join(home, 'demo/draft/draft.json'), JSON.stringify(left));
  const { window } = await openApp({ home, args: ['--demo'] });
  const pages = new SendWindow(window).pages();
  await expect.poll(() => pages.count()).toBe(1);
  const top = (await pages.first().boundingBox())?.y ?? 0;
  const t = createTranslate('tr');
  for (const [kind, name] of [
    ['fileChanged', 'mektup.png'],
    ['fileNotFound', 'gitti.pdf'],
  ] as const) {
    const notice = await window.getByText(failureSentence(t, { kind, name })).boundingBox();
    expect(notice && notice.y + notice.height).toBeLessThan(top);
  }
  await keepScreenshot(window, 'draft-restored-in-part');
});

import '../app/zod-without-eval';
import { existsSync } from 'node:fs';
import { app } from 'electron';
import { userArguments } from './arguments';
import { isCommandWord } from './cli/command-words';
import { drawBySoftware } from './draw-by-software';
import { tuneEngine } from './engine';
import { forbidRepeatedRequests } from './forbid-repeated-requests';
import { declarePageScheme } from './windows/page-protocol';
import { lockDown } from './windows/lock-down';

const words = userArguments(process.argv, app.isPackaged ? null : app.getAppPath());

declarePageScheme();
lockDown(app);
forbidRepeatedRequests(app);
tuneEngine(app);
drawBySoftware(app, process.platform);

const [first] = words.filter((word) => word !== '--demo' && word !== '--json' && word !== '--hidden');

if (isCommandWord(first, existsSync) || words.includes('--json')) {
  void import('./cli/start').then(({ startCommandLine }) => startCommandLine(words));
} else {
  void openWindow();
}

/** Between the window and what serves it nothing is waited for but its page's HTML: until then that can ask nothing. */
async function openWindow(): Promise<void> {
  const { openFirst } = await import('./open-first');
  const opened = await openFirst(words);
  if (opened === null) return;
  const { serveWindow } = await import('./start');
  await serveWindow(opened);
}

import { app } from 'electron';
import { createTranslate } from '../../app/i18n/translate';
import { openHome } from '../home';
import { languageOf, terminalLanguages } from '../language';
import { openSettings, type SettingsStore } from '../settings';
import { openSettingsFile } from '../settings-file';
import { reportError } from '../report-error';
import { storageSentence } from '../storage-sentence';
import { exitCodeOf, exitCodes } from './exit-code';
import { listenForInterruption } from './interruption';
import { parseCommandLine } from './parse-command-line';
import { runCommand } from './run-command';
import { openTerminal } from './terminal';
import { usageSentence } from './usage-sentence';

/** The program met a bug: none of the design's codes. */
const BUG = 70;

/** The command line's process, composed: the same parts as the window's, and no window that is seen. */
export async function startCommandLine(words: readonly string[]): Promise<void> {
  app.dock?.hide();
  app.on('window-all-closed', () => undefined);
  const interruption = listenForInterruption();
  const parsed = parseCommandLine(words);
  const terminal = openTerminal(parsed.ok ? parsed.line.json : parsed.json);
  const spoken = terminalLanguages(process.env);
  const opened = openData();
  if (!opened.ok) {
    const t = createTranslate(languageOf(null, spoken));
    terminal.fail('storageFailed', storageSentence(t, opened.error, app.getPath('userData')));
    app.exit(exitCodeOf('storageFailed'));
    return;
  }
  const { home, settings } = opened;
  const language = languageOf(settings.get().language, spoken);
  const t = createTranslate(language);
  if (!parsed.ok) {
    terminal.fail('usage', usageSentence(t, parsed.problem));
    app.exit(exitCodes.usage);
    return;
  }
  const endByBug = (error: unknown): void => {
    reportError(error);
    terminal.fail('bug', t('cli.bug'));
    app.exit(BUG);
  };
  process.on('uncaughtException', endByBug);
  try {
    await app.whenReady();
    const context = { home, settings, t, language, terminal, environment: process.env, interruption };
    app.exit(await runCommand(context, parsed.line));
  } catch (error) {
    endByBug(error);
  }
}

type OpenedData =
  | { readonly ok: true; readonly home: string; readonly settings: SettingsStore }
  | { readonly ok: false; readonly error: unknown };

function openData(): OpenedData {
  try {
    const home = openHome(process.env);
    return { ok: true, home, settings: openSettings(openSettingsFile(home)) };
  } catch (error) {
    return { ok: false, error };
  }
}

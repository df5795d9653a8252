import { app } from 'electron';
import { createTranslate } from '../../app/i18n/translate';
import { openHome } from '../home';
import { languageOf, terminalLanguages } from '../language';
import { openSettings } from '../settings';
import { openSettingsFile } from '../settings-file';
import { reportError } from '../report-error';
import { exitCodes } from './exit-code';
import { parseCommandLine } from './parse-command-line';
import { runCommand } from './run-command';
import { openTerminal } from './terminal';
import { usageSentence } from './usage-sentence';

/** The command line's process, composed: the same parts as the window's, and no window that is seen. */
export async function startCommandLine(words: readonly string[]): Promise<void> {
  app.dock?.hide();
  app.on('window-all-closed', () => undefined);
  const home = openHome(process.env);
  const settings = openSettings(openSettingsFile(home));
  const language = languageOf(settings.get().language, terminalLanguages(process.env));
  const t = createTranslate(language);
  const parsed = parseCommandLine(words);

  if (!parsed.ok) {
    const terminal = openTerminal(parsed.json);
    const message = usageSentence(t, parsed.problem);
    terminal.complain(message);
    terminal.json({ error: { kind: 'usage', message } });
    app.exit(exitCodes.usage);
    return;
  }
  try {
    await app.whenReady();
    const terminal = openTerminal(parsed.line.json);
    app.exit(await runCommand({ home, settings, t, language, terminal, environment: process.env }, parsed.line));
  } catch (error) {
    reportError(error);
    app.exit(70);
  }
}

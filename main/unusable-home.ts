import { app, dialog } from 'electron';
import { createTranslate } from '../app/i18n/translate';
import { languageOf } from './language';
import { storageSentence } from './storage-sentence';

/** Says why the data folder can't be used, and ends the program: nothing can be kept, so nothing may be sent. */
export async function tellUnusableHome(error: unknown): Promise<void> {
  // Before that there are no dialogs on Linux.
  await app.whenReady();
  const t = createTranslate(languageOf(null, app.getPreferredSystemLanguages()));
  dialog.showErrorBox(app.getName(), storageSentence(t, error, app.getPath('userData')));
  app.exit(1);
}

import { app } from 'electron';
import type { Translate } from '../../app/i18n/translate';
import { ownProgram } from './own-program';

/** What Windows offers with a right click on the program in the taskbar. Each task is one of our links. */
export function setJumpList(t: Translate): void {
  if (process.platform !== 'win32') return;
  const task = (title: string, link: string): Electron.Task => ({
    program: ownProgram(),
    arguments: `-- ${link}`,
    title,
    description: '',
    iconPath: ownProgram(),
    iconIndex: 0,
  });
  app.setUserTasks([
    task(t('menu.newFax'), 'faksla:new'),
    task(t('menu.outbox'), 'faksla:outbox'),
    task(t('menu.records'), 'faksla:records'),
  ]);
}

import { dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../app/contract';
import type { Translate } from '../../app/i18n/translate';

interface MenuParts {
  readonly t: Translate;
  readonly version: string;
  readonly isMac: boolean;
  readonly send: (command: MenuCommand) => void;
}

/** The application menu; what the page does itself is sent to it as a command. */
export function setMenu(parts: MenuParts): void {
  const { t, isMac } = parts;
  const command = (label: string, name: MenuCommand, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => parts.send(name),
  });
  const quit: MenuItemConstructorOptions = { role: 'quit', label: t('menu.quit') };
  const about: MenuItemConstructorOptions = { label: t('menu.about'), click: () => showAbout(parts) };
  const settings = command(t('menu.settings'), 'showSettings', 'CmdOrCtrl+,');

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ label: 'Faksla', submenu: macAppItems(t, { about, settings, quit }) }] : []),
      {
        label: t('menu.file'),
        submenu: [
          command(t('menu.newFax'), 'newFax', 'CmdOrCtrl+N'),
          command(t('menu.addPages'), 'addPages', 'CmdOrCtrl+O'),
          command(t('menu.send'), 'send', 'CmdOrCtrl+Enter'),
          ...(isMac ? [] : [{ type: 'separator' } as const, settings, quit]),
        ],
      },
      { label: t('menu.edit'), submenu: editItems(parts) },
      {
        label: t('menu.view'),
        submenu: [
          command(t('menu.compose'), 'showCompose', 'CmdOrCtrl+1'),
          command(t('menu.outbox'), 'showOutbox', 'CmdOrCtrl+2'),
          command(t('menu.pending'), 'showPending', 'CmdOrCtrl+3'),
          command(t('menu.records'), 'showRecords', 'CmdOrCtrl+4'),
          { type: 'separator' },
          { role: 'zoomIn', label: t('menu.zoomIn') },
          { role: 'zoomOut', label: t('menu.zoomOut') },
          { role: 'resetZoom', label: t('menu.actualSize') },
          { type: 'separator' },
          { role: 'togglefullscreen', label: t('menu.fullScreen') },
        ],
      },
      isMac
        ? { role: 'window', label: t('menu.window'), submenu: macWindowItems(t) }
        : { label: t('menu.help'), submenu: [about] },
    ]),
  );
}

type Item = MenuItemConstructorOptions;

/** What every program on macOS has in its own menu. */
const macAppItems = (t: Translate, { about, settings, quit }: Record<'about' | 'settings' | 'quit', Item>): Item[] => [
  about,
  { type: 'separator' },
  settings,
  { type: 'separator' },
  { role: 'services', label: t('menu.services') },
  { type: 'separator' },
  { role: 'hide', label: t('menu.hide') },
  { role: 'hideOthers', label: t('menu.hideOthers') },
  { role: 'unhide', label: t('menu.showAll') },
  { type: 'separator' },
  { ...quit, label: t('menu.quitFaksla') },
];

const macWindowItems = (t: Translate): Item[] => [
  { role: 'minimize', label: t('menu.minimise') },
  { role: 'zoom', label: t('menu.zoom') },
  { role: 'close', label: t('menu.close') },
  { type: 'separator' },
  { role: 'front', label: t('menu.front') },
];

/** Undo and redo are the page's own: it also undoes what was done to the fax's pages. */
function editItems({ t, send }: MenuParts): MenuItemConstructorOptions[] {
  return [
    { label: t('menu.undo'), accelerator: 'CmdOrCtrl+Z', registerAccelerator: false, click: () => send('undo') },
    { label: t('menu.redo'), accelerator: 'CmdOrCtrl+Shift+Z', registerAccelerator: false, click: () => send('redo') },
    { type: 'separator' },
    { role: 'cut', label: t('menu.cut') },
    { role: 'copy', label: t('menu.copy') },
    { role: 'paste', label: t('menu.paste') },
    { role: 'selectAll', label: t('menu.selectAll') },
  ];
}

function showAbout({ t, version }: MenuParts): void {
  void dialog.showMessageBox({ message: t('menu.aboutText', { version }), type: 'info' });
}

import { Menu, Tray } from 'electron';
import { type TrayCommand, type TrayFacts, trayItems, trayWords } from '../../app/background/tray';
import type { Translate } from '../../app/i18n/translate';
import { trayImage } from './small-icon';

export interface TrayIcon {
  show(t: Translate, facts: TrayFacts): void;
  remove(): void;
}

/** Puts the icon in the tray. A click opens the window where the system leaves clicks to programs. */
export function openTrayIcon(obey: (command: TrayCommand) => void): TrayIcon {
  const tray = new Tray(trayImage(false));
  let shown = '';
  if (process.platform !== 'darwin') tray.on('click', () => obey('open'));
  return {
    show(t, facts) {
      const items = trayItems(t, facts);
      const now = JSON.stringify(items);
      if (now === shown) return;
      shown = now;
      tray.setImage(trayImage(facts.counts.asking > 0));
      tray.setToolTip(`Faksla: ${trayWords(t, facts)}`);
      tray.setContextMenu(
        Menu.buildFromTemplate(
          items.map((item) => {
            if (item.kind === 'separator') return { type: 'separator' };
            if (item.kind === 'words') return { label: item.label, enabled: false };
            return { label: item.label, click: () => obey(item.command) };
          }),
        ),
      );
    },
    remove: () => tray.destroy(),
  };
}

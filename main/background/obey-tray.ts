import type { TrayCommand } from '../../app/background/tray';
import type { WindowHost } from '../windows/window-host';

interface TrayActions {
  readonly host: WindowHost;
  readonly setPaused: (isPaused: boolean) => void;
  readonly quit: () => void;
}

/** What the tray's menu and icon do. */
export function obeyTray(command: TrayCommand, { host, setPaused, quit }: TrayActions): void {
  const actions: Readonly<Record<TrayCommand, () => void>> = {
    open: host.show,
    newFax: () => host.showThen(() => host.tell('menuCommand', 'newFax')),
    showOutbox: () => host.showThen(() => host.tell('menuCommand', 'showOutbox')),
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    quit,
  };
  actions[command]();
}

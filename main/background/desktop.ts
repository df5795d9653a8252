import type { BrowserWindow } from 'electron';
import { composeNews, type News, type NewsWish } from '../../app/background/news';
import { composeReceived, isWantedReceived } from '../../app/background/received-news';
import type { TrayCommand } from '../../app/background/tray';
import type { FaxesReceived } from '../../app/history/contract';
import type { Translate } from '../../app/i18n/translate';
import type { Delivery } from '../../app/outbox/delivery';
import { notify } from '../os/notifications';
import { setLoginStart } from '../os/login-start';
import { hasTray } from '../os/status-notifier';
import { showOnTaskbar } from '../os/taskbar';
import { openTrayIcon, type TrayIcon } from '../os/tray-icon';
import { systemClock } from '../outbox/system-clock';
import type { SettingsStore } from '../settings';
import { type Background, createBackground } from './background';

export interface DesktopParts {
  readonly settings: SettingsStore;
  readonly t: () => Translate;
  readonly window: () => BrowserWindow | null;
  readonly obey: (command: TrayCommand) => void;
  /** Shows in the window what a notification is about. */
  readonly show: (shows: News['shows']) => void;
  /** Shows a received fax, or the list of them. */
  readonly showReceived: (callUuid: string | null) => void;
}

/** Everything of the program that is seen outside its window. */
export interface Desktop {
  readonly background: Background;
  /** Puts the icon in the tray; before that nothing is seen. */
  start(): Promise<void>;
  /** The program can be reached while its window is hidden. */
  canHide(): boolean;
  /** Settings changed, or the sending was paused or resumed. */
  refresh(): void;
  setPaused(isPaused: boolean): void;
  /** Received faxes nobody has opened. */
  setUnread(count: number): void;
  faxesReceived(received: FaxesReceived): void;
  /** From now on only uploads under way are finished. */
  quit(): void;
}

/** The tray icon is there while the program may outlive its window. */
export function createDesktop({ settings, t, window, obey, show, showReceived }: DesktopParts): Desktop {
  let systemHasTray = false;
  let tray: TrayIcon | null = null;
  let isPaused = false;
  let unread = 0;
  let isQuitting = false;
  let startsAtLogin: boolean | null = null;

  const refresh = (): void => {
    const { whenClosed, startAtLogin } = settings.get();
    const { counts, share } = background.standing();
    if (startsAtLogin !== startAtLogin) {
      // At the program's start nothing is written where nothing was wanted.
      if (startsAtLogin !== null || startAtLogin) setLoginStart(startAtLogin);
      startsAtLogin = startAtLogin;
    }
    if (systemHasTray && (whenClosed !== 'quit' || startAtLogin)) tray ??= openTrayIcon(obey);
    else {
      tray?.remove();
      tray = null;
    }
    tray?.show(t(), { counts, isPaused, isQuitting });
    showOnTaskbar(window(), t(), { share, isPaused, attention: counts.asking + unread });
  };
  const wish = (): NewsWish => ({
    wanted: settings.get().notifications,
    isWatching: window()?.isFocused() === true,
  });
  const background = createBackground({
    clock: systemClock,
    wish,
    onStanding: refresh,
    onNews: (deliveries) => void tellNews(t(), deliveries, show),
  });
  return {
    background,
    async start() {
      systemHasTray = await hasTray();
      refresh();
    },
    canHide: () => tray !== null || process.platform === 'darwin',
    refresh,
    setPaused(paused) {
      if (paused === isPaused) return;
      isPaused = paused;
      refresh();
    },
    setUnread(count) {
      if (count === unread) return;
      unread = count;
      refresh();
    },
    faxesReceived: (received) => {
      if (isWantedReceived(wish())) void tellReceived(t(), received, showReceived);
    },
    quit() {
      isQuitting = true;
      refresh();
    },
  };
}

async function tellNews(t: Translate, deliveries: readonly Delivery[], show: DesktopParts['show']): Promise<void> {
  // The numbering plans are heavy and of no use before the first notification.
  const { displayNumber } = await import('../../app/phone/fax-number');
  const news = composeNews(t, deliveries, displayNumber);
  if (news) notify(news, () => show(news.shows));
}

async function tellReceived(t: Translate, received: FaxesReceived, show: DesktopParts['showReceived']): Promise<void> {
  const { displayNumber } = await import('../../app/phone/fax-number');
  const news = composeReceived(t, received, displayNumber);
  if (news) notify(news, () => show(news.callUuid));
}

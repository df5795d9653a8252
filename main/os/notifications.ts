import { Notification } from 'electron';
import type { News } from '../../app/background/news';

/** A notification that is garbage collected loses its click. */
const shown = new Set<Notification>();

/** Shows a native notification; `onClick` when the user clicks it. */
export function notify(news: Pick<News, 'title' | 'body'>, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title: news.title, body: news.body });
  const forget = (): void => void shown.delete(notification);
  notification.on('click', () => {
    forget();
    onClick();
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  shown.add(notification);
  notification.show();
}

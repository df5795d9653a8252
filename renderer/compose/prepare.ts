import { PageList, Preview } from './apart';
import type { Press } from './press';

/** Loads what the first file shows its pages by, so that they need not wait for it. */
export function prepareForPages(openPress: () => Promise<Pick<Press, 'prepare'>>): void {
  void openPress().then((press) => press.prepare(1));
  PageList.preload();
  Preview.preload();
}

import { PageList, Preview } from './apart';
import type { Press } from './press';

/** Loads what the first file shows its pages by, so that they need not wait for it; resolves when their list is loaded. */
export function prepareForPages(openPress: () => Promise<Pick<Press, 'prepare'>>): Promise<void> {
  void openPress().then((press) => press.prepare(1));
  void Preview.preload();
  return PageList.preload();
}

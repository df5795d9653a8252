import type { GreyImage } from '../../app/fax/grey';
import type { Result } from '../../app/result';
import type { PressChoices } from './page-presses';
import type { Page, Source } from './pages';
import type { Press } from './press';

export type Thumbnails = (page: Page, choices: LayChoices, signal: AbortSignal) => Promise<Result<GreyImage>>;

/** The choices that move a page about on its paper. */
export type LayChoices = Pick<PressChoices, 'tidy' | 'topMargin'>;

/** Small pictures of pages, made once for each way a page of a source is laid, and dropped with the source. */
export function createThumbnails(openPress: () => Promise<Pick<Press, 'thumbnail'>>): Thumbnails {
  const made = new WeakMap<Source, Map<string, Promise<Result<GreyImage>>>>();
  return ({ source, sourcePage, rotation, corners }, { tidy, topMargin }, signal) => {
    const known = made.get(source) ?? new Map<string, Promise<Result<GreyImage>>>();
    made.set(source, known);
    const lay = { sourcePage, rotation, corners, tidy, topMargin };
    const key = JSON.stringify(lay);
    const before = known.get(key);
    if (before) return before;
    const making = openPress().then((press) => press.thumbnail(source, lay, signal));
    known.set(key, making);
    const forget = (): void => {
      if (known.get(key) === making) known.delete(key);
    };
    signal.addEventListener('abort', forget, { once: true });
    making.then(({ ok }) => {
      signal.removeEventListener('abort', forget);
      if (!ok) forget();
    }, forget);
    return making;
  };
}

import type { Result } from '../../app/result';
import type { PressChoices } from './page-presses';
import type { Page, Source } from './pages';
import type { Press } from './press';

export type Thumbnails = (page: Page, choices: LayChoices) => Promise<Result<ImageBitmap>>;

/** The choices that move a page about on its paper. */
export type LayChoices = Pick<PressChoices, 'tidy' | 'topMargin'>;

/** Small pictures of pages, made once for each way a page of a source is laid, and dropped with the source. */
export function createThumbnails(openPress: () => Promise<Pick<Press, 'thumbnail'>>): Thumbnails {
  const made = new WeakMap<Source, Map<string, Promise<Result<ImageBitmap>>>>();
  return ({ source, sourcePage, rotation, corners }, { tidy, topMargin }) => {
    const known = made.get(source) ?? new Map<string, Promise<Result<ImageBitmap>>>();
    made.set(source, known);
    const lay = { sourcePage, rotation, corners, tidy, topMargin };
    const key = JSON.stringify(lay);
    const thumbnail = known.get(key) ?? openPress().then((press) => press.thumbnail(source, lay));
    known.set(key, thumbnail);
    return thumbnail;
  };
}

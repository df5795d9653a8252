import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../app/result';
import type { Page } from './pages';
import { createThumbnails } from './thumbnails';

const page: Page = {
  id: 'a',
  source: { file: new Blob(), name: 'a', pageCount: 1 },
  sourcePage: 1,
  rotation: 0,
};
const picture = ok({ width: 1, height: 1, pixels: new Uint8Array(1) });
const choices = { tidy: true, topMargin: false };

/** Thumbnails by a press that makes one after the other, and answers what was given up as the pool does. */
function made() {
  let times = 0;
  const thumbnails = createThumbnails(() =>
    Promise.resolve({
      thumbnail: async (_file, _lay, signal?: AbortSignal) => {
        times += 1;
        await new Promise(setImmediate);
        return signal?.aborted === true ? fail({ kind: 'cancelled' }) : picture;
      },
    }),
  );
  return { thumbnails, times: () => times };
}

describe('thumbnails', () => {
  it('are made once, also for who asks while one is being made', async () => {
    const { thumbnails, times } = made();
    const { signal } = new AbortController();
    const both = await Promise.all([thumbnails(page, choices, signal), thumbnails(page, choices, signal)]);
    expect(both).toEqual([picture, picture]);
    expect(await thumbnails({ ...page, id: 'b' }, choices, signal)).toEqual(picture);
    expect(times()).toBe(1);
    await thumbnails({ ...page, rotation: 90 }, choices, signal);
    expect(times()).toBe(2);
  });

  it('that were given up are made for who asks next', async () => {
    const { thumbnails, times } = made();
    const away = new AbortController();
    const given = thumbnails(page, choices, away.signal);
    away.abort();
    expect(await thumbnails(page, choices, new AbortController().signal)).toEqual(picture);
    expect((await given).ok).toBe(false);
    expect(times()).toBe(2);
  });
});

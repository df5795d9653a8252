import { expect, it } from 'vitest';
import { ok } from '../../../app/result';
import { keepingLast } from './open-file';
import type { SentFile } from './protocol';
import type { DecodedPage, Source } from './source';

const page: DecodedPage = {
  grey: { width: 1, height: 1, pixels: Uint8Array.of(255) },
  orientation: 1,
  nature: 'picture',
};

const fileOf = (id: number): SentFile => ({ id, file: new Blob(), name: `${id}` });

/** Opens files of so many pages, and writes down what is opened and closed. */
function opener(pageCount: number) {
  const seen: string[] = [];
  const withFile = keepingLast(({ id }) => {
    seen.push(`open ${id}`);
    const decodePage = () => Promise.resolve(ok(page));
    const source: Source = { pageCount, decodePage, close: () => void seen.push(`close ${id}`) };
    return Promise.resolve(ok(source));
  });
  const lookAt = (id: number) => withFile(fileOf(id), (source) => Promise.resolve(ok(source.pageCount)));
  const decode = (id: number) => withFile(fileOf(id), (source) => source.decodePage(1, (size) => size, 'fax'));
  return { seen, lookAt, decode };
}

it('reads a picture that was looked at and then decoded once, lets go of it, and reads it again afterwards', async () => {
  const { seen, lookAt, decode } = opener(1);
  await lookAt(1);
  await decode(1);
  expect(seen).toEqual(['open 1', 'close 1']);
  await decode(1);
  expect(seen).toEqual(['open 1', 'close 1', 'open 1', 'close 1']);
});

it('keeps a document of several pages open until another file comes', async () => {
  const { seen, decode } = opener(2);
  await decode(1);
  await decode(1);
  await decode(2);
  expect(seen).toEqual(['open 1', 'close 1', 'open 2']);
});

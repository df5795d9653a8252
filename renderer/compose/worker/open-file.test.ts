import { expect, it } from 'vitest';
import { fail, ok } from '../../../app/result';
import { fileOpener, keepingLast } from './open-file';
import type { PdfFile } from './pdf-source';
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
  const decode = (id: number) => withFile(fileOf(id), (source) => source.decodePage(1, (size) => size));
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

it('reads no part of a file that came with it', async () => {
  const bytes = new TextEncoder().encode('Merhaba');
  const seen: string[] = [];
  const open = (kind: string) => (opened: PdfFile) => {
    seen.push(`${kind} ${'length' in opened.bytes ? opened.bytes.length : 'parts'}`);
    return Promise.resolve(fail({ kind: 'fileUnsupported', name: '' } as const));
  };
  const openers = { image: open('image'), pdf: open('pdf'), tiff: open('tiff'), svg: open('svg'), text: open('text') };
  const openFile = fileOpener(openers, (_file, from) => {
    seen.push(`part from ${from}`);
    return Promise.resolve(ok({ bytes: bytes.subarray(from), total: bytes.length }));
  });
  const file = { id: 1, file: { token: 'a' }, name: 'a.txt' };
  await openFile({ ...file, beginning: { bytes, total: bytes.length } });
  await openFile({ ...file, beginning: { bytes: bytes.subarray(0, 3), total: bytes.length } });
  expect(seen).toEqual(['text 7', 'part from 3', 'text 7']);
});

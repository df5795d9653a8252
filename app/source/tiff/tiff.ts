import { fail, ok, type Result } from '../../result';
import { Bytes } from '../bytes';
import { isTooLarge } from '../image-header';
import { readDirectories, type Directory } from './directories';
import { tags } from './layout';
import { pageOf, sizeOf, type TiffPage } from './page';

/** A thumbnail of another page, or a mask for it: `NewSubfileType` bits 0 and 2. */
const isNoPage = (directory: Directory): boolean => ((directory.number(tags.newSubfileType) ?? 0) & 0b101) !== 0;

/**
 * Finds the pages of a TIFF (TIFF 6.0) without decoding them. Fails with `documentDamaged` where directories, strips or tiles are missing,
 * lie outside the file or run in a circle; `tooManyPages`; `imageTooLarge`; `fileUnsupported` for the rarer codings.
 */
export function readTiff(all: Uint8Array, name: string, mostPages: number): Result<TiffPage[]> {
  const directories = readDirectories(new Bytes(all), mostPages);
  if (directories === 'tooLong') return fail({ kind: 'tooManyPages', name, limit: mostPages });
  if (directories === 'broken' || directories.length === 0) return fail({ kind: 'documentDamaged', name });
  const real = directories.filter((directory) => !isNoPage(directory));
  const pages: TiffPage[] = [];
  for (const directory of real.length > 0 ? real : directories) {
    const page = readPage(directory, all.length, name);
    if (!page.ok) return page;
    pages.push(page.value);
  }
  return ok(pages);
}

function readPage(directory: Directory, fileBytes: number, name: string): Result<TiffPage> {
  const size = sizeOf(directory);
  if (size.widthPx === 0 || size.heightPx === 0) return fail({ kind: 'documentDamaged', name });
  if (isTooLarge(size)) return fail({ kind: 'imageTooLarge', name, ...size });
  const page = pageOf(directory, fileBytes);
  if (page === 'damaged') return fail({ kind: 'documentDamaged', name });
  return page === 'unsupported' ? fail({ kind: 'fileUnsupported', name }) : ok(page);
}

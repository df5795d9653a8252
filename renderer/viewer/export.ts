import type { Turn } from '../../app/fax/placement';
import { ok, type Result } from '../../app/result';
import type { PageTurn, Press } from '../compose/press';
import type { ViewedDocument } from './openings';

export type SaveType = 'pdf' | 'tiff' | 'png';

/**
 * The document as files of that type: the very bytes where it is of that type already, or else its pages as they are turned.
 * A PNG holds one page.
 */
export async function partsOf(
  document: ViewedDocument,
  type: SaveType,
  turnOf: (page: number) => Turn,
  press: Press,
): Promise<Result<Uint8Array[]>> {
  const { file, pageCount } = document;
  if (type === document.type) {
    const bytes = await press.read(file);
    return bytes.ok ? ok([bytes.value]) : bytes;
  }
  const pages = Array.from({ length: pageCount }, (_, index) => ({
    sourcePage: index + 1,
    rotation: turnOf(index + 1),
  }));
  if (type === 'png') return each(pages, (page) => press.png(file, page));
  const dots = await each(pages, (page) => press.dots(file, page));
  if (!dots.ok) return dots;
  if (type === 'tiff') return ok([await press.assembleTiff(dots.value)]);
  return ok([await press.assemble(dots.value)]);
}

/** One after the other, so that few large pictures are in memory at once; the first failure ends it. */
export async function each<T>(
  pages: readonly PageTurn[],
  make: (page: PageTurn) => Promise<Result<T>>,
): Promise<Result<T[]>> {
  const made: T[] = [];
  for (const page of pages) {
    const result = await make(page);
    if (!result.ok) return result;
    made.push(result.value);
  }
  return ok(made);
}

import { assertNever } from '../assert-never';
import type { PageGeometry } from './geometry';
import { placeOnPage, type PixelSize, type Placement, type Turn } from './placement';
import type { Resolution } from './profile';

/** Scan lines at the top of a page over which receivers print their header line: 4 mm. */
export function headerStripLines(resolution: Resolution): number {
  switch (resolution) {
    case 'fine':
      return 32;
    case 'standard':
      return 16;
    default:
      return assertNever(resolution);
  }
}

/** Like `placeOnPage`, but with the header line's strip left free. */
export function placeBelowHeader(source: PixelSize, page: PageGeometry, rotation: Turn): Placement {
  const strip = headerStripLines(page.resolution);
  const at = placeOnPage(source, { ...page, scanLines: page.scanLines - strip }, rotation);
  return { ...at, top: Math.max(at.top, 0) + strip };
}

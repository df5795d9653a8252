import { fail, ok } from '../../../app/result';
import { repeatsMoreThan } from '../../../app/source/svg-uses';
import type { OpenSource } from './source';

/** Of elements repeated by others. The engine makes each of them, at about a kilobyte. */
const MOST_REPEATED = 100_000;

/** An SVG: one page, that the window draws first, unless that would take all memory. */
export const openDrawing: OpenSource = ({ bytes, name }) => {
  if (repeatsMoreThan(new TextDecoder().decode(bytes), MOST_REPEATED)) return fail({ kind: 'pageTooSlow', name });
  return ok({
    pageCount: 1,
    isDrawing: true,
    decodePage: () => Promise.resolve(fail({ kind: 'imageDamaged', name })),
  });
};

import { fail, ok } from '../../../app/result';
import type { OpenSource } from './source';

/** An SVG: one page, that the window draws first. */
export const openDrawing: OpenSource = ({ name }) =>
  ok({
    pageCount: 1,
    isDrawing: true,
    decodePage: () => Promise.resolve(fail({ kind: 'imageDamaged', name })),
  });

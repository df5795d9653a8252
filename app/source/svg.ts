import type { Bytes } from './bytes';

/** An SVG begins within so many bytes; comments may come before. */
const BEGINS_WITHIN = 4096;

/** After a byte order mark, a declaration and comments comes the root element. */
const BEGINNING =
  /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>\s*)*<svg[\s>]/i;

/** Whether a file begins as an SVG in UTF-8 does. */
export const isSvg = ({ all }: Bytes): boolean =>
  BEGINNING.test(String.fromCharCode(...all.subarray(0, BEGINS_WITHIN)));

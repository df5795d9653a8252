import { blankBitmap, type FaxBitmap, paintRun, rowBytes } from '../../../app/fax/bitmap';
import { randomNumbers } from '../random';

const LINE_HEIGHT = 46;
const LETTER_HEIGHT = 26;

/** A page about as full as a letter: lines of short strokes, as a scanner sees text. */
export function paintStrokes(widthPels: number, scanLines: number, seed: number): FaxBitmap {
  const bitmap = blankBitmap(widthPels, scanLines);
  const random = randomNumbers(seed);
  for (let line = 150; line < scanLines - 200; line += LINE_HEIGHT) {
    for (let x = 150; x < widthPels - 150; x += 6 + Math.floor(random() * 14)) {
      const width = 2 + Math.floor(random() * 5);
      for (let y = line; y < line + LETTER_HEIGHT; y++) {
        const shift = Math.floor(random() * 2);
        paintRun(bitmap.rows, rowBytes(widthPels) * y, x + shift, Math.min(x + shift + width, widthPels));
      }
    }
  }
  return bitmap;
}

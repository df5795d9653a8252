import type { GreyImage } from '../../grey';

/**
 * The lightest so far of each stretch of `size` values of `line`, from either end: two of them cover any window, in three comparisons whatever its size (M. van Herk, "A fast
 * algorithm for local minimum and maximum filters", 1992). `forward` and `backward` are room to work in.
 */
function lightestOfWindows(line: Uint8Array, forward: Uint8Array, backward: Uint8Array, size: number): void {
  const last = line.length - 1;
  for (let i = 0; i <= last; i++) {
    const value = line[i] ?? 0;
    const before = i % size === 0 ? 0 : (forward[i - 1] ?? 0);
    forward[i] = value > before ? value : before;
  }
  for (let i = last; i >= 0; i--) {
    const value = line[i] ?? 0;
    const after = (i + 1) % size === 0 || i === last ? 0 : (backward[i + 1] ?? 0);
    backward[i] = value > after ? value : after;
  }
}

/** Each pixel becomes the lightest of those at most `radius` away along one axis; `flip` 255 makes it the darkest. */
function foldAxis(image: GreyImage, radius: number, alongRows: boolean, flip: 0 | 255): GreyImage {
  const { width, height, pixels } = image;
  const [length, lines, step, lineStep] = alongRows ? [width, height, 1, width] : [height, width, width, 1];
  const folded = new Uint8Array(pixels.length);
  const line = new Uint8Array(length + 2 * radius);
  const forward = new Uint8Array(line.length);
  const backward = new Uint8Array(line.length);
  for (let n = 0; n < lines; n++) {
    const start = n * lineStep;
    for (let i = 0; i < length; i++) line[i + radius] = (pixels[start + i * step] ?? 0) ^ flip;
    lightestOfWindows(line, forward, backward, 2 * radius + 1);
    for (let i = 0; i < length; i++) {
      const one = backward[i] ?? 0;
      const other = forward[i + 2 * radius] ?? 0;
      folded[start + i * step] = (one > other ? one : other) ^ flip;
    }
  }
  return { width, height, pixels: folded };
}

/** See `Kernels.fold`. */
export function fold(image: GreyImage, radius: number, keep: 'lightest' | 'darkest'): GreyImage {
  const flip = keep === 'lightest' ? 0 : 255;
  return foldAxis(foldAxis(image, radius, true, flip), radius, false, flip);
}

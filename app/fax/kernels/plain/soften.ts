import type { GreyImage } from '../../grey';

/** Each pixel becomes the mean of the 3 × 3 around it, as far as that lies in the picture. */
function softenOnce({ width, height, pixels }: GreyImage): GreyImage {
  const softened = new Uint8Array(pixels.length);
  const sums = new Uint16Array(width + 2);
  for (let y = 0; y < height; y++) {
    const top = Math.max(y - 1, 0);
    const bottom = Math.min(y + 1, height - 1);
    sums.fill(0);
    for (let v = top; v <= bottom; v++) {
      for (let x = 0, at = v * width; x < width; x++, at++) sums[x + 1] = (sums[x + 1] ?? 0) + (pixels[at] ?? 0);
    }
    for (let x = 0; x < width; x++) {
      const across = Math.min(x + 1, width - 1) - Math.max(x - 1, 0) + 1;
      const sum = (sums[x] ?? 0) + (sums[x + 1] ?? 0) + (sums[x + 2] ?? 0);
      softened[y * width + x] = Math.round(sum / (across * (bottom - top + 1)));
    }
  }
  return { width, height, pixels: softened };
}

/** See `CellKernels.soften`. */
export function soften(image: GreyImage, mayLighten: boolean): GreyImage {
  const soft = softenOnce(softenOnce(image));
  if (mayLighten) return soft;
  return { ...soft, pixels: soft.pixels.map((value, i) => Math.min(value, image.pixels[i] ?? value)) };
}

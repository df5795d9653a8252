import type { GreyImage } from '../../grey';

/** See `Kernels.coarse`. */
export function coarse(original: GreyImage, scale: number, samples: number): GreyImage {
  const width = Math.max(1, Math.floor(original.width / scale));
  const height = Math.max(1, Math.floor(original.height / scale));
  const pixels = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let k = 0; k < samples; k++) {
      addRow(original, y * scale + Math.floor(((2 * k + 1) * scale) / (2 * samples)), scale, sums);
    }
    for (let x = 0; x < width; x++) pixels[y * width + x] = (sums[x] ?? 0) / (samples * scale);
  }
  return { width, height, pixels };
}

function addRow({ width, height, pixels }: GreyImage, y: number, scale: number, sums: Uint32Array): void {
  let at = Math.min(y, height - 1) * width;
  for (let x = 0; x < sums.length; x++) {
    const end = at + scale;
    let sum = 0;
    for (; at < end; at++) sum += pixels[at] ?? 0;
    sums[x] = (sums[x] ?? 0) + sum;
  }
}

import type { LumaWeights } from '../kernels';

const onWhite = (grey: number, alpha: number): number => 255 - Math.trunc(((255 - grey) * alpha + 127) / 255);

/** See `Kernels.luma`. */
export function luma(colours: Uint8Array, [first, second, third]: LumaWeights, grey: Uint8Array): void {
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
    const sum = first * (colours[at] ?? 0) + second * (colours[at + 1] ?? 0) + third * (colours[at + 2] ?? 0);
    const value = (sum + 128) >> 8;
    const alpha = colours[at + 3] ?? 255;
    grey[i] = alpha === 255 ? value : onWhite(value, alpha);
  }
}

import type { GreyImage } from '../../../app/fax/grey';
import type { Kernels, LumaWeights } from '../../../app/fax/kernels/kernels';
import { plainKernels } from '../../../app/fax/kernels/plain/plain-kernels';

export type RgbaOrder = 'rgba' | 'bgra';

/** Rec. 601 luma weights in 256ths. */
export const LUMA_WEIGHTS: Readonly<Record<RgbaOrder, LumaWeights>> = { rgba: [77, 150, 29], bgra: [29, 150, 77] };

/** Grey of colours on white, into `into`. Colours are not premultiplied; both Chromium 130 and 156 decode to that. */
export function greyFromRgba(
  colours: Uint8Array | Uint8ClampedArray,
  order: RgbaOrder,
  into: Uint8Array,
  kernels: Kernels = plainKernels,
): void {
  const { buffer, byteOffset } = colours;
  kernels.luma(new Uint8Array(buffer, byteOffset, into.length * 4), LUMA_WEIGHTS[order], into);
}

const onWhite = (grey: number, alpha: number): number => Math.round(255 - ((255 - grey) * alpha) / 255);

interface PlaneLayout {
  readonly offset: number;
  readonly stride: number;
}

export interface LumaPlanes {
  readonly buffer: Uint8Array;
  readonly luma: PlaneLayout;
  /** Not premultiplied. */
  readonly alpha: PlaneLayout | undefined;
  /** Whether luma runs from 0 to 255, as in JPEG, or from 16 to 235, as in WebP and video. */
  readonly fullRange: boolean;
}

function packedPlane(buffer: Uint8Array, { offset, stride }: PlaneLayout, width: number, height: number): Uint8Array {
  if (stride === width) return buffer.subarray(offset, offset + width * height);
  const packed = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    packed.set(buffer.subarray(offset + y * stride, offset + y * stride + width), y * width);
  }
  return packed;
}

/** Stretches 16 … 235 to 0 … 255 (Rec. 601 §2.5.3). */
const expand = Uint8Array.from({ length: 256 }, (_, value) =>
  Math.round(Math.min(Math.max((value - 16) / 219, 0), 1) * 255),
);

/** Grey of a decoded luma plane, on white where it is transparent. */
export function greyFromLuma(planes: LumaPlanes, width: number, height: number): GreyImage {
  const pixels = packedPlane(planes.buffer, planes.luma, width, height);
  if (!planes.fullRange) pixels.forEach((value, i) => (pixels[i] = expand[value] ?? value));
  if (planes.alpha !== undefined) {
    packedPlane(planes.buffer, planes.alpha, width, height).forEach((alpha, i) => {
      pixels[i] = onWhite(pixels[i] ?? 255, alpha);
    });
  }
  return { width, height, pixels };
}

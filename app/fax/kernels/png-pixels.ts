/** The pixels of a PNG that is not interlaced (PNG §4.5). */
export interface PngPixels {
  readonly width: number;
  readonly height: number;
  /** Samples a pixel: one, three colours, or three and their opacity. */
  readonly channels: 1 | 3 | 4;
  /** Bits a sample; 8 where there are several. */
  readonly depth: number;
  /** What each single sample is in grey, on white. */
  readonly greys: Uint8Array;
  /** Filtered rows, as zlib deflated them. */
  readonly bytes: Uint8Array;
}

/** Bytes of all rows, each with its filter. */
export const rawSize = ({ width, height, channels, depth }: PngPixels): number =>
  (Math.ceil((width * channels * depth) / 8) + 1) * height;

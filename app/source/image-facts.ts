/** What the structure of an image file says, before any of it is decoded. */
export interface ImageFacts {
  /** As stored, before EXIF turns it. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** EXIF orientation, 1 to 8; 1 is upright. */
  readonly orientation: number;
  /** Whether the file reaches its own end, and was not cut. */
  readonly complete: boolean;
}

/** The larger of two sizes in each direction: where a file states two, decoding may take memory for either. */
export const largerOf = (
  a: { widthPx: number; heightPx: number },
  b: { widthPx: number; heightPx: number },
): { widthPx: number; heightPx: number } => ({
  widthPx: Math.max(a.widthPx, b.widthPx),
  heightPx: Math.max(a.heightPx, b.heightPx),
});

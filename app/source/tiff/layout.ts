import type { Directory } from './directories';

/** The part of a page that one strip or tile holds, and where its bytes are. */
export interface Chunk {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly offset: number;
  readonly length: number;
}

/** Numbers of the fields (TIFF 6.0 appendix A). */
export const tags = {
  newSubfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  planarConfiguration: 284,
  t4Options: 292,
  resolutionUnit: 296,
  predictor: 317,
  colourMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  jpegOffset: 513,
  jpegLength: 514,
} as const;

/** Chunks of each plane: one list where the samples of a pixel lie together, else one list a sample. `null` where some are missing. */
export function chunksOf(
  directory: Directory,
  size: { readonly widthPx: number; readonly heightPx: number },
  planes: number,
  fileBytes: number,
): Chunk[][] | null {
  const tileWidth = directory.number(tags.tileWidth);
  const tiled = tileWidth !== undefined;
  const width = tileWidth ?? size.widthPx;
  const height = tiled
    ? (directory.number(tags.tileHeight) ?? 0)
    : Math.min(directory.number(tags.rowsPerStrip) ?? size.heightPx, size.heightPx);
  if (width === 0 || height === 0) return null;
  const offsets = directory.numbers(tiled ? tags.tileOffsets : tags.stripOffsets);
  const lengths = directory.numbers(tiled ? tags.tileByteCounts : tags.stripByteCounts);
  const columns = Math.ceil(size.widthPx / width);
  const count = columns * Math.ceil(size.heightPx / height);
  if (offsets.length < count * planes) return null;
  const chunks = Array.from({ length: count * planes }, (_, i): Chunk => {
    const [left, top] = [((i % count) % columns) * width, Math.floor((i % count) / columns) * height];
    const rows = tiled ? height : Math.min(height, size.heightPx - top);
    const offset = offsets[i] ?? 0;
    return { left, top, width, height: rows, offset, length: lengths[i] ?? (count === 1 ? fileBytes - offset : 0) };
  });
  if (chunks.some(({ offset, length }) => length <= 0 || offset + length > fileBytes)) return null;
  return Array.from({ length: planes }, (_, plane) => chunks.slice(plane * count, (plane + 1) * count));
}

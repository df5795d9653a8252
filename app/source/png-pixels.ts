import type { PngPixels } from '../fax/kernels/png-pixels';
import { joined } from '../joined';
import { Bytes } from './bytes';

const SIGNATURE_BYTES = 8;
/** Length, type and check sum around a chunk's data (PNG §5.3). */
const CHUNK_FRAME = 12;

const channelsOf: Readonly<Record<number, 1 | 3 | 4>> = { 0: 1, 2: 3, 3: 1, 6: 4 };
const PALETTE = 3;

interface Chunks {
  palette: Uint8Array | null;
  opacities: Uint8Array | null;
  readonly data: Uint8Array[];
}

/** Takes what is needed of a PNG's chunks; `null` where it is animated or cut. */
function chunksOf(bytes: Bytes): Chunks | null {
  const chunks: Chunks = { palette: null, opacities: null, data: [] };
  for (let at = SIGNATURE_BYTES; at + CHUNK_FRAME <= bytes.length;) {
    const length = bytes.u32be(at);
    const data = bytes.all.subarray(at + 8, at + 8 + length);
    if (bytes.says(at + 4, 'IDAT')) chunks.data.push(data);
    else if (bytes.says(at + 4, 'PLTE')) chunks.palette = data;
    else if (bytes.says(at + 4, 'tRNS')) chunks.opacities = data;
    else if (bytes.says(at + 4, 'acTL')) return null;
    else if (bytes.says(at + 4, 'IEND')) return chunks;
    at += CHUNK_FRAME + length;
  }
  return null;
}

/** Rec. 601, on white, as the kernels reckon it. */
function greyOf(red: number, green: number, blue: number, opacity: number): number {
  const grey = (77 * red + 150 * green + 29 * blue + 128) >> 8;
  return 255 - Math.floor(((255 - grey) * opacity + 127) / 255);
}

const paletteGreys = (palette: Uint8Array, opacities: Uint8Array | null): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, i) =>
    greyOf(palette[3 * i] ?? 0, palette[3 * i + 1] ?? 0, palette[3 * i + 2] ?? 0, opacities?.[i] ?? 255),
  );

const plainGreys = (depth: number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, i) => Math.min(Math.round((i * 255) / (2 ** depth - 1)), 255));

/** Most PNGs have but one: nothing is copied then. */
const inOne = (parts: readonly Uint8Array[]): Uint8Array =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : joined(parts);

/** What is needed to make a PNG grey; `null` where it is not of the kind nearly all are: not interlaced, of at most 8 bits, without a single transparent colour. */
export function readPngPixels(all: Uint8Array): PngPixels | null {
  const bytes = new Bytes(all);
  const [width, height, depth, kind] = [bytes.u32be(16), bytes.u32be(20), bytes.u8(24), bytes.u8(25)];
  const channels = channelsOf[kind];
  const isUsual = channels === 1 ? [1, 2, 4, 8].includes(depth) : depth === 8;
  if (channels === undefined || !isUsual || bytes.u8(28) !== 0) return null;
  const chunks = chunksOf(bytes);
  if (chunks === null || (kind === PALETTE) !== (chunks.palette !== null && channels === 1)) return null;
  if (chunks.opacities !== null && kind !== PALETTE) return null;
  const greys =
    chunks.palette !== null && kind === PALETTE ? paletteGreys(chunks.palette, chunks.opacities) : plainGreys(depth);
  return { width, height, channels, depth, greys, bytes: inOne(chunks.data) };
}

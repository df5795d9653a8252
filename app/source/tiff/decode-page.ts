import type { FaxBitmap } from '../../fax/bitmap';
import { T6DamagedError } from '../../fax/t6/t6-damaged-error';
import { whiteImage, type GreyImage } from '../../fax/grey';
import { decodeHuffmanRows, decodeT4Rows, decodeT6Rows } from './fax-rows';
import { chunkRowBytes, greyOfSamples } from './grey-of-samples';
import { jpegOfChunk } from './jpeg-chunk';
import type { Chunk } from './layout';
import { decodeLzw } from './lzw';
import { decodePackBits } from './pack-bits';
import type { SampleFormat, TiffPage } from './page';
import { TiffDamagedError } from './tiff-damaged-error';

/** What the surroundings decode better. Both reject or throw where the bytes are damaged. */
export interface TiffPorts {
  /** Undoes zlib's deflate, at most `size` bytes. */
  readonly inflate: (bytes: Uint8Array, size: number) => Promise<Uint8Array>;
  /** Decodes a JPEG file to grey. */
  readonly jpeg: (bytes: Uint8Array) => Promise<GreyImage>;
}

const JPEG = 7;

/** Strips larger than this, decoded, are refused: they are decoded whole. */
const MOST_CHUNK_BYTES = 400_000_000;

/**
 * Decodes a page to grey on white, as stored.
 * @throws TiffDamagedError
 */
export async function decodeTiffPage(all: Uint8Array, page: TiffPage, ports: TiffPorts): Promise<GreyImage> {
  const image = whiteImage(page.widthPx, page.heightPx);
  const [first = []] = page.planes;
  for (const index of first.keys()) {
    const chunks = page.planes.flatMap((plane) => plane.slice(index, index + 1));
    const [chunk] = chunks;
    if (chunk !== undefined) paste(await decodeChunks(all, page.format, chunks, ports), chunk, image);
  }
  return image;
}

/** The grey of one place on the page: of one chunk, or of one chunk for each sample. */
async function decodeChunks(
  all: Uint8Array,
  format: SampleFormat,
  chunks: readonly Chunk[],
  ports: TiffPorts,
): Promise<GreyImage> {
  const [first] = chunks;
  if (first === undefined) throw new TiffDamagedError('A part of the page is missing.');
  const { width, height } = first;
  if (format.compression === JPEG && chunks.length === 1) return ports.jpeg(jpegOfChunk(all, first, format));
  if (chunkRowBytes(format, width) * height * chunks.length > MOST_CHUNK_BYTES)
    throw new TiffDamagedError('A part of the page is too large to be decoded whole.');
  const planes = await Promise.all(chunks.map((chunk) => decodeSamples(all, format, chunk, ports)));
  const [only] = planes;
  const together = { ...format, samples: planes.length === 1 ? format.samples : planes.length };
  const samples = planes.length === 1 && only !== undefined ? only : interleave(planes, format.bits / 8);
  return { width, height, pixels: greyOfSamples(samples, together, width, height) };
}

function interleave(planes: readonly Uint8Array[], sampleBytes: number): Uint8Array {
  const length = Math.min(...planes.map((plane) => plane.length));
  const pixelBytes = planes.length * sampleBytes;
  const together = new Uint8Array(length * planes.length);
  planes.forEach((plane, index) => {
    for (let i = 0; i < length; i++) {
      const pixel = Math.floor(i / sampleBytes);
      together[pixel * pixelBytes + index * sampleBytes + (i % sampleBytes)] = plane[i] ?? 0;
    }
  });
  return together;
}

/** The samples of a chunk as they would lie uncompressed. */
async function decodeSamples(
  all: Uint8Array,
  format: SampleFormat,
  { offset, length, width, height }: Chunk,
  ports: TiffPorts,
): Promise<Uint8Array> {
  const stored = all.subarray(offset, offset + length);
  const bytes = format.bitsReversed && !isOwnOrder(format.compression) ? reversed(stored) : stored;
  const size = chunkRowBytes(format, width) * height;
  const samples = await decompress(bytes, format, width, height, size, ports);
  if (samples.length < size) throw new TiffDamagedError('A part of the page ends early.');
  return format.differenced ? summed(samples, format, width, height) : samples;
}

const DEFLATE = new Set([8, 32946]);

const isOwnOrder = (compression: number): boolean => compression === JPEG || DEFLATE.has(compression);

async function decompress(
  bytes: Uint8Array,
  { compression, twoDimensional }: SampleFormat,
  width: number,
  height: number,
  size: number,
  ports: TiffPorts,
): Promise<Uint8Array> {
  switch (compression) {
    case 1:
      return bytes;
    case 2:
      return rowsOf(() => decodeHuffmanRows(bytes, width, height));
    case 3:
      return rowsOf(() => decodeT4Rows(bytes, width, height, twoDimensional));
    case 4:
      return rowsOf(() => decodeT6Rows(bytes, width, height));
    case 5:
      return decodeLzw(bytes, size);
    case 32773:
      return decodePackBits(bytes, size);
    default:
      return ports.inflate(bytes, size);
  }
}

function rowsOf(decode: () => FaxBitmap): Uint8Array {
  try {
    return decode().rows;
  } catch (error) {
    if (error instanceof T6DamagedError) throw new TiffDamagedError('A fax page is damaged.', { cause: error });
    throw error;
  }
}

/** Bytes with their bits the other way round (`FillOrder` 2). */
function reversed(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => {
    const pairs = ((byte & 0xf0) >> 4) | ((byte & 0x0f) << 4);
    const halves = ((pairs & 0xcc) >> 2) | ((pairs & 0x33) << 2);
    return ((halves & 0xaa) >> 1) | ((halves & 0x55) << 1);
  });
}

/** Undoes horizontal differencing (TIFF 6.0 §14). */
function summed(samples: Uint8Array, format: SampleFormat, width: number, height: number): Uint8Array {
  const bytes = samples.slice();
  const stride = chunkRowBytes(format, width);
  const step = format.samples * (format.bits === 16 ? 2 : 1);
  if (format.bits !== 8 && format.bits !== 16) return bytes;
  const low = format.littleEndian ? 0 : 1;
  for (let y = 0; y < height; y++) {
    for (let i = y * stride + step; i < (y + 1) * stride; i += format.bits === 16 ? 2 : 1) {
      if (format.bits === 8) bytes[i] = (bytes[i] ?? 0) + (bytes[i - step] ?? 0);
      else {
        const sum = u16(bytes, i, low) + u16(bytes, i - step, low);
        bytes[i + low] = sum;
        bytes[i + 1 - low] = sum >> 8;
      }
    }
  }
  return bytes;
}

const u16 = (bytes: Uint8Array, at: number, low: number): number =>
  (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8);

/** Puts a chunk on the page; tiles may reach beyond its edges. */
function paste(part: GreyImage, { left, top, width, height }: Chunk, page: GreyImage): void {
  if (part.width < Math.min(width, page.width - left) || part.height < Math.min(height, page.height - top))
    throw new TiffDamagedError('A part of the page is smaller than it says.');
  const columns = Math.min(part.width, page.width - left);
  const rows = Math.min(part.height, height, page.height - top);
  for (let y = 0; y < rows; y++) {
    const row = part.pixels.subarray(y * part.width, y * part.width + columns);
    page.pixels.set(row, (top + y) * page.width + left);
  }
}

import type { SampleFormat } from './page';

/** Rec. 601 luma of a colour. */
const luma = (red: number, green: number, blue: number): number => (77 * red + 150 * green + 29 * blue + 128) >> 8;

/** The samples of a chunk, each as 0 to 255. `at` counts samples from the start of row `rowStart`, a byte. */
type TakeSample = (rowStart: number, at: number) => number;

function sampleReader(bytes: Uint8Array, { bits, littleEndian }: SampleFormat): TakeSample {
  if (bits === 8) return (row, at) => bytes[row + at] ?? 0;
  if (bits === 16) return (row, at) => bytes[row + at * 2 + (littleEndian ? 1 : 0)] ?? 0;
  const perByte = 8 / bits;
  const mask = (1 << bits) - 1;
  const scale = 255 / mask;
  return (row, at) => {
    const byte = bytes[row + Math.floor(at / perByte)] ?? 0;
    return ((byte >> (8 - bits * ((at % perByte) + 1))) & mask) * scale;
  };
}

/** Grey of each entry of a colour map, whose values are of 16 bits; some programs write them of 8 (TIFF 6.0 §5). */
function greyMap({ colourMap, bits }: SampleFormat): Uint8Array {
  const count = 1 << bits;
  const down = colourMap.some((value) => value > 255) ? 8 : 0;
  const at = (index: number): number => (colourMap[index] ?? 0) >> down;
  return Uint8Array.from({ length: count }, (_, i) => luma(at(i), at(count + i), at(2 * count + i)));
}

/** A pixel's grey from its samples, the first of which is at `at`. */
function pixelReader(take: TakeSample, format: SampleFormat): TakeSample {
  switch (format.photometric) {
    case 0:
      return (row, at) => 255 - take(row, at);
    case 2:
      return (row, at) => luma(take(row, at), take(row, at + 1), take(row, at + 2));
    case 3: {
      const map = greyMap(format);
      const scale = ((1 << format.bits) - 1) / 255;
      return (row, at) => map[Math.round(take(row, at) * scale)] ?? 255;
    }
    case 5:
      return (row, at) => {
        const light = 255 - take(row, at + 3);
        return (luma(255 - take(row, at), 255 - take(row, at + 1), 255 - take(row, at + 2)) * light) / 255;
      };
    default:
      // Grey, or a colour space whose first sample is lightness.
      return take;
  }
}

/** On white, as far as a pixel lets it through. */
function withAlpha(pixel: TakeSample, take: TakeSample, { alpha, photometric }: SampleFormat): TakeSample {
  if (alpha === null || photometric === 3) return pixel;
  return (row, at) => {
    const opacity = take(row, at + alpha.sample);
    const colour = alpha.premultiplied ? pixel(row, at) : (pixel(row, at) * opacity) / 255;
    return Math.min(255, colour + 255 - opacity);
  };
}

/** Bytes of one row of a chunk. */
export const chunkRowBytes = ({ bits, samples }: SampleFormat, width: number): number =>
  Math.ceil((width * bits * samples) / 8);

/** The grey pixels of a decoded chunk, on white. */
export function greyOfSamples(bytes: Uint8Array, format: SampleFormat, width: number, height: number): Uint8Array {
  const take = sampleReader(bytes, format);
  const pixel = withAlpha(pixelReader(take, format), take, format);
  const grey = new Uint8Array(width * height);
  const stride = chunkRowBytes(format, width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) grey[y * width + x] = pixel(y * stride, x * format.samples) + 0.5;
  }
  return grey;
}

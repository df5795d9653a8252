import type { Pitch } from '../../fax/as-it-is';
import type { PixelSize } from '../../fax/placement';
import type { Directory } from './directories';
import { chunksOf, tags, type Chunk } from './layout';

/** How the pixels of a page are stored. */
export interface SampleFormat {
  readonly compression: number;
  readonly photometric: number;
  readonly bits: number;
  /** Samples of a pixel that lie together: 1 where each has a plane of its own. */
  readonly samples: number;
  readonly littleEndian: boolean;
  readonly bitsReversed: boolean;
  readonly differenced: boolean;
  readonly twoDimensional: boolean;
  /** Which sample is opacity, and whether the colours were multiplied by it. */
  readonly alpha: { readonly sample: number; readonly premultiplied: boolean } | null;
  readonly colourMap: readonly number[];
  readonly jpegTables: Uint8Array;
}

/** A page of a TIFF, found whole but not decoded. */
export interface TiffPage {
  /** As stored, before `orientation` turns it. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly orientation: number;
  readonly isBilevel: boolean;
  readonly pitch: Pitch;
  readonly format: SampleFormat;
  /** One list of chunks a plane. */
  readonly planes: readonly (readonly Chunk[])[];
}

const compressions = new Set([1, 2, 3, 4, 5, 7, 8, 32946, 32773]);
const photometrics = new Set([0, 1, 2, 3, 5, 6, 8]);
const bitDepths = new Set([1, 2, 4, 8, 16]);

export type PageProblem = 'damaged' | 'unsupported';

/** Reads a directory as a page; its size is checked by the caller before anything else is believed. */
export function pageOf(directory: Directory, fileBytes: number): TiffPage | PageProblem {
  const size = sizeOf(directory);
  const format = formatOf(directory);
  const planar = directory.number(tags.planarConfiguration) === 2;
  const count = directory.number(tags.samplesPerPixel) ?? 1;
  if (!isSupported(format, count, planar, directory)) return 'unsupported';
  const planes = chunksOf(directory, size, planar ? count : 1, fileBytes);
  if (planes === null) return 'damaged';
  const isBilevel = format.bits === 1 && count === 1 && format.photometric <= 1;
  const stated = directory.number(tags.orientation) ?? 1;
  return {
    ...size,
    orientation: stated >= 1 && stated <= 8 ? stated : 1,
    isBilevel,
    pitch: pitchOf(directory, size, isBilevel),
    format: { ...format, samples: planar ? 1 : count },
    planes,
  };
}

export const sizeOf = (directory: Directory): PixelSize => ({
  widthPx: directory.number(tags.width) ?? 0,
  heightPx: directory.number(tags.height) ?? 0,
});

function isSupported(format: SampleFormat, samples: number, planar: boolean, directory: Directory): boolean {
  const { compression, photometric, bits } = format;
  if (!compressions.has(compression) || !photometrics.has(photometric) || !bitDepths.has(bits)) return false;
  if (compression >= 2 && compression <= 4 && (bits !== 1 || samples !== 1)) return false;
  if (samples < 1 || samples > 8 || (directory.number(tags.sampleFormat) ?? 1) > 2) return false;
  return !planar || bits === 8 || bits === 16 || samples === 1;
}

function formatOf(directory: Directory): SampleFormat {
  const compression = directory.number(tags.compression) ?? 1;
  const samples = directory.number(tags.samplesPerPixel) ?? 1;
  return {
    compression,
    photometric: directory.number(tags.photometric) ?? (samples >= 3 ? 2 : 0),
    bits: directory.number(tags.bitsPerSample) ?? 1,
    samples,
    littleEndian: directory.littleEndian,
    bitsReversed: directory.number(tags.fillOrder) === 2,
    differenced: directory.number(tags.predictor) === 2,
    twoDimensional: ((directory.number(tags.t4Options) ?? 0) & 1) === 1,
    alpha: alphaOf(directory, samples),
    colourMap: directory.numbers(tags.colourMap),
    jpegTables: Uint8Array.from(directory.numbers(tags.jpegTables)),
  };
}

function alphaOf(directory: Directory, samples: number): SampleFormat['alpha'] {
  const extra = directory.numbers(tags.extraSamples);
  const index = extra.findIndex((meaning) => meaning === 1 || meaning === 2);
  if (index < 0) return null;
  return { sample: samples - extra.length + index, premultiplied: extra[index] === 1 };
}

/** Widths of fax pages: A4, B4 and A3 (T.4 §2.2). */
const faxWidths = new Set([1728, 2048, 2432]);
/** A fax page of fewer rows to so many pels is in standard resolution: A4 has 0.66 then, and 1.33 in fine. */
const STANDARD_RATIO = 0.95;

const CENTIMETRE = 3;
const CENTIMETRES_AN_INCH = 2.54;

/** Fax software forgets to say how far apart lines are, or says 0. */
function pitchOf(directory: Directory, { widthPx, heightPx }: PixelSize, isBilevel: boolean): Pitch {
  const across = directory.number(tags.xResolution) ?? Number.NaN;
  const down = directory.number(tags.yResolution) ?? Number.NaN;
  const ratio = across / down;
  const perInch = directory.number(tags.resolutionUnit) === CENTIMETRE ? CENTIMETRES_AN_INCH : 1;
  if (across > 0 && down > 0 && ratio > 0.2 && ratio < 5) return { across: across * perInch, down: down * perInch };
  if (!isBilevel || !faxWidths.has(widthPx)) return { across: 72, down: 72 };
  return { across: 204, down: heightPx / widthPx < STANDARD_RATIO ? 98 : 196 };
}

import type { PixelSize } from '../fax/placement';
import { fail, ok, type Result } from '../result';
import { readBmp } from './bmp';
import { Bytes } from './bytes';
import { readGif } from './gif';
import type { ImageFacts } from './image-facts';
import { isoImageKind, readIsoImage } from './iso-media';
import { readJpeg } from './jpeg';
import { readPng } from './png';
import { readWebp } from './webp';

export type ImageKind = 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp' | 'avif' | 'heic';

/** An image file found whole and of a size that may be decoded. */
export interface ImageHeader {
  readonly kind: ImageKind;
  /** As stored, before EXIF turns it. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** EXIF orientation, 1 to 8. */
  readonly orientation: number;
}

/** Larger images are refused before any memory is taken for them. */
export const LARGEST_SIDE_PX = 30_000;
export const LARGEST_AREA_PX = 100_000_000;

interface Format {
  readonly kind: ImageKind;
  matches(bytes: Bytes): boolean;
  read(bytes: Bytes): ImageFacts | null;
}

const formats: readonly Format[] = [
  { kind: 'png', matches: (bytes) => bytes.says(0, '\x89PNG'), read: readPng },
  { kind: 'jpeg', matches: (bytes) => bytes.says(0, '\xff\xd8\xff'), read: readJpeg },
  { kind: 'webp', matches: (bytes) => bytes.says(0, 'RIFF') && bytes.says(8, 'WEBP'), read: readWebp },
  { kind: 'gif', matches: (bytes) => bytes.says(0, 'GIF87a') || bytes.says(0, 'GIF89a'), read: readGif },
  { kind: 'bmp', matches: isBmp, read: readBmp },
  { kind: 'avif', matches: (bytes) => isoImageKind(bytes) === 'avif', read: readIsoImage },
  { kind: 'heic', matches: (bytes) => isoImageKind(bytes) === 'heic', read: readIsoImage },
];

/** Two letters are a weak sign: a BMP must also state a header of plausible length, unless it was cut before that. */
function isBmp(bytes: Bytes): boolean {
  if (!bytes.says(0, 'BM')) return false;
  return bytes.length < 18 ? bytes.u16le(6) === 0 : bytes.u32le(14) >= 12 && bytes.u32le(14) <= 256;
}

/** Whether decoding it would take too much memory. */
export const isTooLarge = ({ widthPx, heightPx }: PixelSize): boolean =>
  Math.max(widthPx, heightPx) > LARGEST_SIDE_PX || widthPx * heightPx > LARGEST_AREA_PX;

/**
 * Tells what image a file's bytes are and how large, without decoding. Fails with `fileEmpty`; `fileUnsupported` where they are no image of
 * a known kind, whatever the name says; `imageTooLarge`; and `imageDamaged` where an image was cut or makes no sense. Never throws.
 */
export function readImageHeader(all: Uint8Array, name: string): Result<ImageHeader> {
  if (all.length === 0) return fail({ kind: 'fileEmpty', name });
  const bytes = new Bytes(all);
  const format = formats.find((candidate) => candidate.matches(bytes));
  if (format === undefined) return fail({ kind: 'fileUnsupported', name });
  const facts = format.read(bytes);
  if (facts === null) return fail({ kind: 'imageDamaged', name });
  const { widthPx, heightPx, orientation } = facts;
  if (isTooLarge(facts)) return fail({ kind: 'imageTooLarge', name, widthPx, heightPx });
  if (!facts.complete || heightPx === 0 || widthPx === 0) return fail({ kind: 'imageDamaged', name });
  return ok({ kind: format.kind, widthPx, heightPx, orientation });
}

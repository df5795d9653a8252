import libheif from 'libheif-js/libheif-wasm/libheif-bundle.mjs?url';
import type { GreyImage } from '../../../app/fax/grey';
import { greyFromRgba } from './grey-pixels';

/** The part of libheif used here. */
interface Libheif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  /** Decodes into `into`, and calls back with it, or with `null` where it can't. */
  display(into: Pixels, done: (pixels: Pixels | null) => void): void;
  free(): void;
}

interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** A HEIC that libheif can't decode. */
export class HeicDamagedError extends Error {
  override readonly name = 'HeicDamagedError';
}

/**
 * Decodes the main image of a HEIC to grey on white, turned as the file says.
 * @throws HeicDamagedError
 */
export type DecodeHeic = (bytes: Uint8Array) => Promise<GreyImage>;

/**
 * libheif is under the LGPL: it is a file of its own, as its authors made it, that anybody may replace (decision 0009). It is loaded for
 * the first HEIC.
 */
export function heicDecoder(): DecodeHeic {
  let loaded: Promise<Libheif> | null = null;
  return async (bytes) => decode(await (loaded ??= load()), bytes);
}

async function load(): Promise<Libheif> {
  const module = (await import(/* @vite-ignore */ libheif)) as { default: () => Libheif };
  return module.default();
}

async function decode({ HeifDecoder }: Libheif, bytes: Uint8Array): Promise<GreyImage> {
  const images = new HeifDecoder().decode(bytes);
  const image = images.find((each) => each.is_primary()) ?? images[0];
  if (image === undefined) throw new HeicDamagedError('The HEIC holds no image.');
  try {
    return await greyOf(image);
  } finally {
    for (const each of images) each.free();
  }
}

async function greyOf(image: HeifImage): Promise<GreyImage> {
  const [width, height] = [image.get_width(), image.get_height()];
  const into = { data: new Uint8ClampedArray(width * height * 4), width, height };
  const shown = await new Promise<Pixels | null>((resolve) => image.display(into, resolve));
  if (shown === null) throw new HeicDamagedError('The HEIC’s image can’t be decoded.');
  const pixels = new Uint8Array(width * height);
  greyFromRgba(shown.data, 'rgba', pixels);
  return { width, height, pixels };
}

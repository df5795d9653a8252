import type { GreyImage } from '../../../app/fax/grey';
import type { Kernels } from '../../../app/fax/kernels/kernels';
import type { ImageKind } from '../../../app/source/image-header';
import { Bytes } from '../../../app/source/bytes';
import { isWholeJpeg } from '../../../app/source/jpeg';
import { readJpegScan } from '../../../app/source/jpeg-scan';
import { rawSize } from '../../../app/fax/kernels/png-pixels';
import { readPngPixels } from '../../../app/source/png-pixels';
import { greyFromLuma, greyFromRgba, type RgbaOrder } from './grey-pixels';

/** Rows read at a time where a picture comes in colour: a page's colours never lie in memory all at once. */
const STRIPE_ROWS = 64;

async function decodeFrame(bytes: Uint8Array, kind: ImageKind): Promise<VideoFrame> {
  const decoder = new ImageDecoder({
    data: bytes as BufferSource,
    type: `image/${kind}`,
    colorSpaceConversion: 'none',
    preferAnimation: false,
  });
  try {
    return (await decoder.decode({ frameIndex: 0 })).image;
  } finally {
    decoder.close();
  }
}

/** The luma plane as it is, without any colour conversion. */
async function greyOfPlanes(frame: VideoFrame, size: Size, hasAlpha: boolean, kernels: Kernels): Promise<GreyImage> {
  const { width, height } = size;
  const { x, y: top } = frame.visibleRect ?? { x: 0, y: 0 };
  const stripeOf = (y: number) => ({ x, y: top + y, width, height: Math.min(STRIPE_ROWS, height - y) });
  const stripeBytes = frame.allocationSize({ rect: stripeOf(0) });
  kernels.begin(width * height + stripeBytes);
  const pixels = kernels.room(width * height);
  const stripe = kernels.room(stripeBytes);
  const fullRange = frame.colorSpace.fullRange ?? false;
  for (let y = 0; y < height; y += STRIPE_ROWS) {
    const rect = stripeOf(y);
    const layout = await frame.copyTo(stripe, { rect });
    const luma = layout[0];
    if (luma === undefined) throw new Error('A decoded frame has no planes.');
    const alpha = hasAlpha ? layout.at(-1) : undefined;
    const grey = greyFromLuma({ buffer: stripe, luma, alpha, fullRange }, width, rect.height);
    pixels.set(grey.pixels, y * width);
  }
  return { width, height, pixels };
}

async function greyOfColours(
  frame: VideoFrame,
  { width, height }: Size,
  order: RgbaOrder,
  kernels: Kernels,
): Promise<GreyImage> {
  const { x, y: top } = frame.visibleRect ?? { x: 0, y: 0 };
  const stripeRows = Math.min(STRIPE_ROWS, height);
  kernels.begin(width * (height + 4 * stripeRows));
  const pixels = kernels.room(width * height);
  const stripe = kernels.room(width * 4 * stripeRows);
  for (let y = 0; y < height; y += STRIPE_ROWS) {
    const rows = Math.min(STRIPE_ROWS, height - y);
    await frame.copyTo(stripe, {
      rect: { x, y: top + y, width, height: rows },
      layout: [{ offset: 0, stride: width * 4 }],
    });
    greyFromRgba(stripe, order, pixels.subarray(y * width, (y + rows) * width), kernels);
  }
  return { width, height, pixels };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function greyOf(frame: VideoFrame, size: Size, kernels: Kernels): Promise<GreyImage> | null {
  switch (frame.format) {
    case 'I420':
    case 'I422':
    case 'I444':
    case 'NV12':
      return greyOfPlanes(frame, size, false, kernels);
    case 'I420A':
      return greyOfPlanes(frame, size, true, kernels);
    case 'RGBA':
    case 'RGBX':
      return greyOfColours(frame, size, 'rgba', kernels);
    case 'BGRA':
    case 'BGRX':
      return greyOfColours(frame, size, 'bgra', kernels);
    case null:
    default:
      return null;
  }
}

/** Whether this browser decodes that kind to planes at all. */
export const canDecode = async (kind: ImageKind): Promise<boolean> =>
  typeof ImageDecoder !== 'undefined' && (await ImageDecoder.isTypeSupported(`image/${kind}`));

function lumaOfJpeg(bytes: Uint8Array, kernels: Kernels): GreyImage | null {
  const scan = readJpegScan(bytes);
  if (scan === null) return null;
  kernels.begin(scan.width * scan.height + scan.bytes.length);
  return kernels.jpegLuma(scan);
}

/** Larger ones would make the kernels' memory grow. */
const MOST_RAW_BYTES = 40_000_000;

function greyOfPng(bytes: Uint8Array, kernels: Kernels): GreyImage | null {
  const pixels = readPngPixels(bytes);
  if (pixels === null || rawSize(pixels) > MOST_RAW_BYTES) return null;
  kernels.begin(pixels.width * pixels.height + rawSize(pixels));
  return kernels.pngGrey(pixels);
}

/**
 * A picture of the usual kind, decoded where the kernels need it: the browser's decoder takes new memory for each, which takes longer than decoding. `null` for all others.
 */
export function decodeByKernels(bytes: Uint8Array, kind: ImageKind, kernels: Kernels): GreyImage | null {
  if (kind === 'jpeg') return lumaOfJpeg(bytes, kernels);
  return kind === 'png' ? greyOfPng(bytes, kernels) : null;
}

/**
 * Decodes the first frame to grey on white, as stored: EXIF is not applied. It begins a page of the kernels. `null` where the frame comes in a form not read here.
 * @throws DOMException where the bytes can't be decoded
 */
export async function decodeStored(bytes: Uint8Array, kind: ImageKind, kernels: Kernels): Promise<GreyImage | null> {
  const decoded = decodeByKernels(bytes, kind, kernels);
  if (decoded !== null) return decoded;
  // The browser's decoder makes what is missing grey.
  if (kind === 'jpeg' && !isWholeJpeg(new Bytes(bytes)))
    throw new DOMException('A JPEG is not whole.', 'EncodingError');
  return decodeByBrowser(bytes, kind, kernels);
}

/**
 * The same, always by the browser's decoder.
 * @throws DOMException where the bytes can't be decoded
 */
export async function decodeByBrowser(bytes: Uint8Array, kind: ImageKind, kernels: Kernels): Promise<GreyImage | null> {
  const frame = await decodeFrame(bytes, kind);
  try {
    const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
    return await greyOf(frame, { width, height }, kernels);
  } finally {
    frame.close();
  }
}

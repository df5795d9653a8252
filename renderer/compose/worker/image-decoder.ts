import type { GreyImage } from '../../../app/fax/grey';
import type { ImageKind } from '../../../app/source/image-header';
import { greyFromLuma, greyFromRgba, type RgbaOrder } from './grey-pixels';

/** Rows read at a time where a picture comes in colour: a page's colours never lie in memory all at once. */
const STRIPE_ROWS = 256;

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
async function greyOfPlanes(frame: VideoFrame, width: number, height: number, hasAlpha: boolean): Promise<GreyImage> {
  const buffer = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(buffer);
  const luma = layout[0];
  if (luma === undefined) throw new Error('A decoded frame has no planes.');
  const alpha = hasAlpha ? layout.at(-1) : undefined;
  return greyFromLuma({ buffer, luma, alpha, fullRange: frame.colorSpace.fullRange ?? false }, width, height);
}

async function greyOfColours(frame: VideoFrame, width: number, height: number, order: RgbaOrder): Promise<GreyImage> {
  const { x, y: top } = frame.visibleRect ?? { x: 0, y: 0 };
  const pixels = new Uint8Array(width * height);
  const stripe = new Uint8Array(width * 4 * Math.min(STRIPE_ROWS, height));
  for (let y = 0; y < height; y += STRIPE_ROWS) {
    const rows = Math.min(STRIPE_ROWS, height - y);
    await frame.copyTo(stripe, {
      rect: { x, y: top + y, width, height: rows },
      layout: [{ offset: 0, stride: width * 4 }],
    });
    greyFromRgba(stripe, order, pixels.subarray(y * width, (y + rows) * width));
  }
  return { width, height, pixels };
}

function greyOf(frame: VideoFrame, width: number, height: number): Promise<GreyImage> | null {
  switch (frame.format) {
    case 'I420':
    case 'I422':
    case 'I444':
    case 'NV12':
      return greyOfPlanes(frame, width, height, false);
    case 'I420A':
      return greyOfPlanes(frame, width, height, true);
    case 'RGBA':
    case 'RGBX':
      return greyOfColours(frame, width, height, 'rgba');
    case 'BGRA':
    case 'BGRX':
      return greyOfColours(frame, width, height, 'bgra');
    case null:
    default:
      return null;
  }
}

/** Whether this browser decodes that kind to planes at all. */
export const canDecode = async (kind: ImageKind): Promise<boolean> =>
  typeof ImageDecoder !== 'undefined' && (await ImageDecoder.isTypeSupported(`image/${kind}`));

/**
 * Decodes the first frame to grey on white, as stored: EXIF is not applied. `null` where the frame comes in a form not read here.
 * @throws DOMException where the bytes can't be decoded
 */
export async function decodeStored(bytes: Uint8Array, kind: ImageKind): Promise<GreyImage | null> {
  const frame = await decodeFrame(bytes, kind);
  try {
    const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
    return await greyOf(frame, width, height);
  } finally {
    frame.close();
  }
}

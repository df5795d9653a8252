import type { GreyImage } from '../../../app/fax/grey';
import { greyFromRgba } from './grey-pixels';

const STRIPE_ROWS = 256;

/** Decodes an image through a canvas, upright: here the browser applies EXIF by itself. Slower than `decodeStored`, but works everywhere. */
export async function decodeUpright(bytes: Uint8Array): Promise<GreyImage> {
  const bitmap = await createImageBitmap(new Blob([bytes as BlobPart]), { imageOrientation: 'from-image' });
  try {
    return greyOfBitmap(bitmap);
  } finally {
    bitmap.close();
  }
}

function greyOfBitmap(bitmap: ImageBitmap): GreyImage {
  const { width, height } = bitmap;
  const pixels = new Uint8Array(width * height);
  const canvas = new OffscreenCanvas(width, Math.min(STRIPE_ROWS, height));
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas can be had in this worker.');
  for (let y = 0; y < height; y += STRIPE_ROWS) {
    const rows = Math.min(STRIPE_ROWS, height - y);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, rows);
    context.drawImage(bitmap, 0, -y);
    greyFromRgba(context.getImageData(0, 0, width, rows).data, 'rgba', pixels.subarray(y * width, (y + rows) * width));
  }
  return { width, height, pixels };
}

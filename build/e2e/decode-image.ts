import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { GreyPage } from './pdf-pages';

/** An image as Chromium decodes it; its red is taken for grey. */
export async function decodeImage(window: Page, file: string): Promise<GreyPage> {
  const encoded = readFileSync(file).toString('base64');
  const { width, height, red } = await window.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    const letters = Array.from(
      data.filter((_, index) => index % 4 === 0),
      (value) => String.fromCharCode(value),
    );
    return { width: image.width, height: image.height, red: letters.join('') };
  }, encoded);
  return { width, height, pixels: Buffer.from(red, 'latin1') };
}

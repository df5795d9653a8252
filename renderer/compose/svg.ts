import { pageGeometry } from '../../app/fax/geometry';
import { naturalTurn, placeOnPage, type PixelSize } from '../../app/fax/placement';
import { fail, ok, type Result } from '../../app/result';

const LARGEST_BYTES = 10_000_000;
const DRAWING_LIMIT_MS = 5000;

/** A CSS pixel is 1/96 inch, a point 1/72. */
const POINTS_A_PIXEL = 72 / 96;

/** Dots an inch: a fax page's pels. */
const DOTS_PER_INCH = 204;

/**
 * An SVG as a PNG of a page it lies on in its own size. Workers can't draw SVG. The browser draws it as an image: nothing in it runs and
 * nothing outside of it is loaded.
 */
export async function drawSvg(bytes: Uint8Array, name: string): Promise<Result<Blob>> {
  if (bytes.length > LARGEST_BYTES) return fail({ kind: 'fileTooLarge', name, limitMb: LARGEST_BYTES / 1_000_000 });
  try {
    return ok(await draw(await load(await addressOf(bytes))));
  } catch {
    return fail({ kind: 'imageDamaged', name });
  }
}

/** An address that holds the SVG itself: of one with HTML in it (`foreignObject`) that comes by any other, Chromium gives no pixels away. */
function addressOf(bytes: Uint8Array): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('The SVG can’t be read.'));
    reader.readAsDataURL(new Blob([bytes as BlobPart], { type: 'image/svg+xml' }));
  });
}

function load(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The SVG takes too long.')), DRAWING_LIMIT_MS);
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The SVG can’t be drawn.'));
    image.src = address;
  });
}

/** The page a picture of this size is drawn on, in dots, and where on it. A landscape picture lies on a landscape page. */
export function svgPage(picture: PixelSize): { width: number; height: number; at: [number, number, number, number] } {
  const page = pageGeometry('fine');
  const across = Math.round((page.widthPoints / 72) * DOTS_PER_INCH);
  const down = Math.round((page.heightPoints / 72) * DOTS_PER_INCH);
  const points = { widthPx: picture.widthPx * POINTS_A_PIXEL, heightPx: picture.heightPx * POINTS_A_PIXEL };
  const lies = naturalTurn(points, page) !== 0;
  const { left, top, widthPels, scanLines } = placeOnPage(points, page);
  const square = (lines: number): number => Math.round((lines / page.verticalPerInch) * DOTS_PER_INCH);
  if (!lies) return { width: across, height: down, at: [left, square(top), widthPels, square(scanLines)] };
  return { width: down, height: across, at: [down - square(top + scanLines), left, square(scanLines), widthPels] };
}

async function draw(image: HTMLImageElement): Promise<Blob> {
  const size = { widthPx: image.naturalWidth, heightPx: image.naturalHeight };
  if (size.widthPx === 0 || size.heightPx === 0) throw new Error('The SVG has no size.');
  const { width, height, at } = svgPage(size);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('No 2D canvas can be had.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, ...at);
  return canvas.convertToBlob({ type: 'image/png' });
}

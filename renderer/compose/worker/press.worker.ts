import type { GreyImage } from '../../../app/fax/grey';
import { HORIZONTAL_PER_INCH } from '../../../app/fax/geometry';
import { plainKernels } from '../../../app/fax/kernels/plain/plain-kernels';
import { ok, type Result } from '../../../app/result';
import { decodeUpright } from './canvas-decoder';
import { decodeByBrowser } from './image-decoder';
import { held } from './held';
import { heicDecoder } from './heic';
import { imageOpener } from './image-source';
import { inflate } from './inflate';
import { loadKernels } from './load-kernels';
import { fitPage, fitPicture, fitThumbnail, makePage, makePicture, makeThumbnail } from './make-page';
import { fileOpener, keepingLast } from './open-file';
import { pdfOpener } from './pdf-source';
import { compilePdfium, type OpenPdf, startPdfium } from './pdfium';
import type { PressCalls, SentFile, SourceFacts, ViewedPage, ViewOptions } from './protocol';
import { sampleFax } from './sample-fax';
import { readsGiven, serve, sharePdfium, type Answered } from './serve';
import type { DecodedPage, Fit, Purpose } from './source';
import { openDrawing } from './drawing-source';
import { rehearse } from './rehearse';
import { openText } from './text-source';
import { tiffOpener } from './tiff-source';
import { dotsOf, fitDots, fitView, paperSizeOf, viewPage } from './view-page';

const kernels = loadKernels();

const jpeg = async (bytes: Uint8Array): Promise<GreyImage> =>
  (await decodeByBrowser(bytes, 'jpeg', plainKernels)) ?? decodeUpright(bytes);

let startedPdfium: Promise<OpenPdf> | null = null;
// A PDF that another worker met has pages for this one, too: PDFium starts here while the PDF is opened there.
const compiledPdfium = sharePdfium(self, compilePdfium, () => void pdfium());
const pdfium = (): Promise<OpenPdf> => (startedPdfium ??= startPdfium(compiledPdfium()));

const openers = {
  image: imageOpener(heicDecoder(), kernels),
  pdf: pdfOpener(pdfium, kernels),
  tiff: tiffOpener({ inflate, jpeg }),
  svg: openDrawing,
  text: openText,
};
const withFile = keepingLast(fileOpener(openers, readsGiven()));

const inspect = (file: SentFile): Promise<Result<SourceFacts>> =>
  withFile(file, ({ pageCount, isDrawing = false }) => Promise.resolve(ok({ pageCount, isDrawing })));

/** What `make` makes of a decoded page. */
const madeOf = <T>(
  file: SentFile,
  sourcePage: number,
  fit: Fit,
  purpose: Purpose,
  make: (decoded: DecodedPage) => T,
): Promise<Result<T>> =>
  withFile(file, async (source) => {
    const decoded = await source.decodePage(sourcePage, fit, purpose);
    if (!decoded.ok) return decoded;
    return ok(make({ ...decoded.value, grey: heldImage(decoded.value.grey) }));
  });

/** A picture where the kernels need not fetch it: that begins a page of theirs, unless its decoder did. */
const heldImage = (grey: GreyImage): GreyImage =>
  kernels.holds(grey.pixels) ? grey : { ...grey, pixels: held(grey.pixels, kernels) };

/** Where its colours lie: to be copied before the kernels begin another page. */
function imageDataOf({ width, height, pixels }: GreyImage): ImageData {
  const { buffer, byteOffset, length } = kernels.rgba(pixels);
  return new ImageData(new Uint8ClampedArray(buffer, byteOffset, length), width, height);
}

const bitmapOf = (image: GreyImage): Promise<ImageBitmap> => createImageBitmap(imageDataOf(image));

async function pngOf(image: GreyImage): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.putImageData(imageDataOf(image), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

async function view(file: SentFile, options: ViewOptions): Promise<Result<ViewedPage>> {
  const made = await madeOf(file, options.sourcePage, fitView(options), 'look', (page) => ({
    picture: bitmapOf(viewPage(page, options, kernels)),
    size: paperSizeOf(page),
  }));
  return made.ok ? ok({ picture: await made.value.picture, ...made.value.size }) : made;
}

const bufferOf = ({ buffer }: Uint8Array): Transferable => buffer as ArrayBuffer;

const answered = <T>(answer: Result<T>, transferOf: (value: T) => Transferable[]): Answered<Result<T>> => ({
  answer,
  transfer: answer.ok ? transferOf(answer.value) : [],
});

serve<PressCalls>(self, {
  inspect: async (job) => answered(await inspect(job), () => []),
  thumbnail: async (job) => {
    const made = await madeOf(job, job.sourcePage, fitThumbnail(job.rotation), 'fax', (page) =>
      makeThumbnail(page, job, kernels),
    );
    return answered(made, ({ pixels }) => [bufferOf(pixels)]);
  },
  picture: async (job) => {
    const made = await madeOf(job, job.sourcePage, fitPicture, 'fax', (page) => bitmapOf(makePicture(page, kernels)));
    return answered(made.ok ? ok(await made.value) : made, (bitmap) => [bitmap]);
  },
  page: async ({ options, ...file }) => {
    const made = await madeOf(file, options.sourcePage, fitPage(options), 'fax', (page) =>
      makePage(page, options, kernels),
    );
    return answered(made, ({ t6 }) => [bufferOf(t6)]);
  },
  rehearse: async () => {
    await rehearse(openers.image, kernels);
    return { answer: null, transfer: [] };
  },
  warm: async () => {
    const file = { id: 0, file: new Blob([sampleFax()]), name: '' };
    const drawn = await view(file, { sourcePage: 1, rotation: 0, widthPx: 850 });
    if (drawn.ok) drawn.value.picture.close();
    return { answer: null, transfer: [] };
  },
  view: async ({ options, ...file }) => answered(await view(file, options), ({ picture }) => [picture]),
  png: async (job) => {
    const made = await madeOf(job, job.sourcePage, fitDots, 'look', (page) => {
      const widthInch = paperSizeOf(page)[job.rotation % 180 === 0 ? 'widthInch' : 'heightInch'];
      const options = { ...job, widthPx: Math.round(widthInch * HORIZONTAL_PER_INCH) };
      return pngOf(viewPage(page, options, kernels));
    });
    return answered(made.ok ? ok(await made.value) : made, (png) => [bufferOf(png)]);
  },
  dots: async (job) => {
    const made = await madeOf(job, job.sourcePage, fitDots, 'look', (page) => dotsOf(page, job.rotation, kernels));
    return answered(made, ({ t6 }) => [bufferOf(t6)]);
  },
});

import type { GreyImage } from '../../../app/fax/grey';
import { HORIZONTAL_PER_INCH } from '../../../app/fax/geometry';
import { plainKernels } from '../../../app/fax/kernels/plain/plain-kernels';
import { ok, type Result } from '../../../app/result';
import { rgbaOfGrey } from '../../../app/fax/page-colours';
import { decodeUpright } from './canvas-decoder';
import { decodeStored } from './image-decoder';
import { heicDecoder } from './heic';
import { imageOpener } from './image-source';
import { inflate } from './inflate';
import { loadKernels } from './load-kernels';
import { fitPage, fitPicture, fitThumbnail, makePage, makePicture, makeThumbnail } from './make-page';
import { fileOpener, keepingLast } from './open-file';
import { pdfOpener } from './pdf-source';
import { loadPdfium, type OpenPdf } from './pdfium';
import type { PressCalls, SentFile, SourceFacts } from './protocol';
import { serve, type Answered } from './serve';
import type { DecodedPage, Fit } from './source';
import { openDrawing } from './drawing-source';
import { openText } from './text-source';
import { tiffOpener } from './tiff-source';
import { dotsOf, fitDots, fitView, paperSizeOf, viewPage } from './view-page';

const kernels = loadKernels();

const jpeg = async (bytes: Uint8Array): Promise<GreyImage> =>
  (await decodeStored(bytes, 'jpeg', plainKernels)) ?? decodeUpright(bytes);

let loadedPdfium: Promise<OpenPdf> | null = null;
const pdfium = (): Promise<OpenPdf> => (loadedPdfium ??= loadPdfium());

const openFile = keepingLast(
  fileOpener({
    image: imageOpener(heicDecoder(), kernels),
    pdf: pdfOpener(pdfium),
    tiff: tiffOpener({ inflate, jpeg }),
    svg: openDrawing,
    text: openText,
  }),
);

async function inspect(file: SentFile): Promise<Result<SourceFacts>> {
  const source = await openFile(file);
  return source.ok ? ok({ pageCount: source.value.pageCount, isDrawing: source.value.isDrawing === true }) : source;
}

async function decodePage(file: SentFile, sourcePage: number, fit: Fit): Promise<Result<DecodedPage>> {
  const source = await openFile(file);
  if (!source.ok) return source;
  const decoded = await source.value.decodePage(sourcePage, fit);
  return decoded.ok ? ok({ ...decoded.value, grey: held(decoded.value.grey) }) : decoded;
}

/** A picture where the kernels need not fetch it: that begins a page of theirs, unless its decoder did. */
function held(grey: GreyImage): GreyImage {
  if (kernels.holds(grey.pixels)) return grey;
  kernels.begin(grey.pixels.length);
  const pixels = kernels.room(grey.pixels.length);
  pixels.set(grey.pixels);
  return { ...grey, pixels };
}

const bitmapOf = ({ width, height, pixels }: GreyImage): Promise<ImageBitmap> =>
  createImageBitmap(new ImageData(rgbaOfGrey(pixels), width, height));

async function pngOf({ width, height, pixels }: GreyImage): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(rgbaOfGrey(pixels), width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

const bufferOf = ({ buffer }: Uint8Array): Transferable => buffer as ArrayBuffer;

const answered = <T>(answer: Result<T>, transferOf: (value: T) => Transferable[]): Answered<Result<T>> => ({
  answer,
  transfer: answer.ok ? transferOf(answer.value) : [],
});

serve<PressCalls>(self, {
  inspect: async (job) => answered(await inspect(job), () => []),
  thumbnail: async (job) => {
    const decoded = await decodePage(job, job.sourcePage, fitThumbnail(job.rotation));
    if (!decoded.ok) return answered(decoded, () => []);
    return answered(ok(makeThumbnail(decoded.value, job, kernels)), ({ pixels }) => [bufferOf(pixels)]);
  },
  picture: async (job) => {
    const decoded = await decodePage(job, job.sourcePage, fitPicture);
    if (!decoded.ok) return answered(decoded, () => []);
    return answered(ok(await bitmapOf(makePicture(decoded.value, kernels))), (bitmap) => [bitmap]);
  },
  page: async (job) => {
    const decoded = await decodePage(job, job.options.sourcePage, fitPage(job.options));
    if (!decoded.ok) return answered(decoded, () => []);
    return answered(ok(makePage(decoded.value, job.options, kernels)), ({ t6 }) => [bufferOf(t6)]);
  },
  warm: async () => {
    await pdfium();
    return { answer: null, transfer: [] };
  },
  view: async (job) => {
    const decoded = await decodePage(job, job.options.sourcePage, fitView(job.options));
    if (!decoded.ok) return answered(decoded, () => []);
    const picture = await bitmapOf(viewPage(decoded.value, job.options, kernels));
    return answered(ok({ picture, ...paperSizeOf(decoded.value) }), () => [picture]);
  },
  png: async (job) => {
    const decoded = await decodePage(job, job.sourcePage, fitDots);
    if (!decoded.ok) return answered(decoded, () => []);
    const widthInch = paperSizeOf(decoded.value)[job.rotation % 180 === 0 ? 'widthInch' : 'heightInch'];
    const options = { ...job, widthPx: Math.round(widthInch * HORIZONTAL_PER_INCH) };
    return answered(ok(await pngOf(viewPage(decoded.value, options, kernels))), (png) => [bufferOf(png)]);
  },
  dots: async (job) => {
    const decoded = await decodePage(job, job.sourcePage, fitDots);
    if (!decoded.ok) return answered(decoded, () => []);
    return answered(ok(dotsOf(decoded.value, job.rotation, kernels)), ({ t6 }) => [bufferOf(t6)]);
  },
});

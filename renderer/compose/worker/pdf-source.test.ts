import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../app/result';
import { COVERING, greyJpeg, imageObject, jpegObject, openPdfium, PAGE, pdfOf } from './fixtures/scanned-pdf';
import { loadKernels } from './load-kernels';
import { type OpenPdf, PdfDamagedError, type PdfDocument, PdfLockedError } from './pdfium';
import { PdfTooHeavyError } from './pdfium-calls';
import { pdfOpener } from './pdf-source';
import type { DecodedPage, Fit, Purpose } from './source';

const file = { bytes: Uint8Array.of(37), name: 'a.pdf' };
const same = <T>(size: T): T => size;

/** A document of pages of 100 × 200 points, none of which is a picture, that writes down what is done with it. */
function document(pageCount: number, seen: string[] = []): PdfDocument {
  return {
    pageCount,
    pageSize: () => ({ widthPx: 100, heightPx: 200 }),
    withPage: (index, work) =>
      work({
        render(width, height, keep) {
          seen.push(`render ${index} ${width}×${height}`);
          return { width, height, pixels: keep(new Uint8Array(width * height)) };
        },
        withPicture: () => null,
        photograph: () => null,
      }),
    close: () => void seen.push('close'),
  };
}

const opening = (open: OpenPdf) => pdfOpener(() => Promise.resolve(open));

describe('a PDF', () => {
  it('has its pages drawn at the size they are wanted, counted from 1', async () => {
    const seen: string[] = [];
    const source = await opening(() => document(3, seen))(file);
    if (!source.ok) throw new Error('It should open.');
    const stretched: Fit = ({ widthPx, heightPx }) => ({ widthPx: widthPx * 2, heightPx: heightPx / 2 });
    const page = await source.value.decodePage(3, stretched, 'fax');
    expect(source.value.pageCount).toBe(3);
    expect(seen).toEqual(['render 2 200×100']);
    expect(page).toMatchObject(
      ok({ orientation: 1, nature: 'print', size: { widthPx: 100, heightPx: 200 }, grey: { width: 200, height: 100 } }),
    );
    source.value.close?.();
    expect(seen).toHaveLength(2);
  });

  it('without pages is damaged, of too many is told so, and neither stays open', async () => {
    const seen: string[] = [];
    const damaged = fail({ kind: 'documentDamaged', name: 'a.pdf' });
    expect(await opening(() => document(0, seen))(file)).toEqual(damaged);
    const tooMany = fail({ kind: 'tooManyPages', name: 'a.pdf', limit: 1000 });
    expect(await opening(() => document(1001, seen))(file)).toEqual(tooMany);
    expect(seen).toEqual(['close', 'close']);
    expect(await opening(() => document(1000))(file)).toMatchObject({ ok: true });
  });

  it('that is locked asks for its password, and says when it was wrong', async () => {
    const open = opening((_bytes, password) => {
      if (password !== 'gizli') throw new PdfLockedError('locked');
      return document(1);
    });
    expect(await open(file)).toEqual(fail({ kind: 'passwordNeeded', name: 'a.pdf' }));
    expect(await open({ ...file, password: 'x' })).toEqual(fail({ kind: 'passwordWrong', name: 'a.pdf' }));
    expect(await open({ ...file, password: 'gizli' })).toMatchObject({ ok: true });
  });

  it('that can’t be opened, or a page that can’t, is damaged; any other error is a bug', async () => {
    const throwing = (error: Error) => (): never => {
      throw error;
    };
    const damaged = fail({ kind: 'documentDamaged', name: 'a.pdf' });
    expect(await opening(throwing(new PdfDamagedError('cut')))(file)).toEqual(damaged);
    const source = await opening(() => ({ ...document(1), withPage: throwing(new PdfDamagedError('cut')) }))(file);
    expect(source.ok && (await source.value.decodePage(1, same, 'fax'))).toEqual(damaged);
    await expect(opening(throwing(new TypeError('bug')))(file)).rejects.toThrow(TypeError);
  });

  it('with a page that takes more memory than there is says so', async () => {
    const withPage = (): never => {
      throw new PdfTooHeavyError('too much');
    };
    const source = await opening(() => ({ ...document(1), withPage }))(file);
    const tooHeavy = fail({ kind: 'documentTooHeavy', name: 'a.pdf' });
    expect(source.ok && (await source.value.decodePage(1, same, 'look'))).toEqual(tooHeavy);
  });

  it('loads its reader for the first one, and once', async () => {
    let loads = 0;
    const open = pdfOpener(() => {
      loads += 1;
      return Promise.resolve(() => document(1));
    });
    expect(loads).toBe(0);
    await open(file);
    await open(file);
    expect(loads).toBe(1);
  });
});

describe('a page that consists of a picture', () => {
  const openPdf = pdfOpener(openPdfium, loadKernels());

  async function decodedFor(purpose: Purpose, ...parts: Parameters<typeof pdfOf>): Promise<DecodedPage> {
    const source = await openPdf({ bytes: pdfOf(...parts), name: 'a.pdf' });
    const page = source.ok && (await source.value.decodePage(1, same, purpose));
    if (page === false || !page.ok) throw new Error('It should be decoded.');
    return page.value;
  }
  const decoded = (...parts: Parameters<typeof pdfOf>): Promise<DecodedPage> => decodedFor('look', ...parts);
  const drawn = { nature: 'print', grey: { width: PAGE.width, height: PAGE.height } };

  it('is that picture, as if its file had been added, where it is a JPEG', async () => {
    const page = await decoded(COVERING, [jpegObject(greyJpeg(160, 80))]);
    expect(page).toMatchObject({ nature: 'picture', orientation: 1, pitch: { across: 144, down: 144 } });
    expect(page.grey).toMatchObject({ width: 160, height: 80 });
    expect(new Set(page.grey.pixels)).toEqual(new Set([128]));
    expect(page.size).toBeUndefined();
  });

  it('is that picture turned, where the page is', async () => {
    const page = await decoded(COVERING, [jpegObject(greyJpeg(160, 80))], '/Rotate 270');
    expect(page).toMatchObject({ orientation: 8, grey: { width: 160, height: 80 }, pitch: { across: 144, down: 144 } });
  });

  it('is drawn where its pixels are not square, or its JPEG is of another size or kind', async () => {
    expect(await decoded(COVERING, [jpegObject(greyJpeg(160, 88))])).toMatchObject(drawn);
    const { data, ...size } = greyJpeg(160, 80);
    expect(await decoded(COVERING, [jpegObject({ ...greyJpeg(80, 40), ...size })])).toMatchObject(drawn);
    const progressive = { ...size, data: data.replace('\xff\xc0', '\xff\xc2') };
    expect(await decoded(COVERING, [jpegObject(progressive)])).toMatchObject(drawn);
  });

  const bilevel = (width: number, height: number): string =>
    imageObject('/BitsPerComponent 1/ColorSpace/DeviceGray', { width, height, data: 'U'.repeat((width / 8) * height) });

  it('keeps its dots where it came as a fax, of fine or of standard resolution', async () => {
    for (const [lines, down] of [
      [108, 194.4],
      [54, 97.2],
    ] as const) {
      const page = await decoded(COVERING, [bilevel(224, lines)]);
      expect(page).toMatchObject({ nature: 'bilevel', orientation: 1, grey: { width: 224, height: lines } });
      expect(page.pitch?.across).toBeCloseTo(201.6);
      expect(page.pitch?.down).toBeCloseTo(down);
      expect(Array.from(page.grey.pixels.subarray(0, 4))).toEqual([0, 255, 0, 255]);
      expect(page.size?.widthPx).toBe(224);
      expect(page.size?.heightPx).toBeCloseTo(112);
    }
  });

  it('is a picture still, to be faxed, where a program printed it with margins, or it is a JPEG of another kind', async () => {
    const { data, ...size } = greyJpeg(160, 80);
    const margins = `q ${PAGE.width / 2} 0 0 ${PAGE.height} 20 0 cm /I Do Q`;
    const printed = [margins, [jpegObject({ data, ...size })]] as const;
    const page = await decodedFor('fax', ...printed);
    expect(page).toMatchObject({ nature: 'picture', orientation: 1, grey: { width: 160, height: 160 } });
    expect(page.on?.page).toEqual({ widthPx: PAGE.width, heightPx: PAGE.height });
    expect(page.on?.frame).toEqual({ left: 0.25, top: 0, right: 0.75, bottom: 1 });
    expect(new Set(page.grey.pixels)).toEqual(new Set([128]));
    expect(await decoded(...printed)).toMatchObject(drawn);
    const progressive = jpegObject({ ...size, data: data.replace('\xff\xc0', '\xff\xc2') });
    expect(await decodedFor('fax', COVERING, [progressive])).toMatchObject({ nature: 'picture' });
  });

  it('is a scan where it is black and white of another density, and drawn to be looked at', async () => {
    const scan = await decodedFor('fax', COVERING, [bilevel(336, 168)]);
    expect(scan).toMatchObject({ nature: 'picture', grey: { width: 336, height: 168 } });
    expect(Array.from(scan.grey.pixels.subarray(0, 4))).toEqual([0, 255, 0, 255]);
    expect(await decoded(COVERING, [bilevel(336, 168)])).toMatchObject(drawn);
  });
});

import { describe, expect, it } from 'vitest';
import { COVERING, greyJpeg, imageObject, jpegObject, openPdfium, pdfOf, stream } from './fixtures/scanned-pdf';
import type { PdfDocument } from './pdfium';

const open = await openPdfium();
const pdf = (...parts: Parameters<typeof pdfOf>): PdfDocument => open(pdfOf(...parts), '');

const jpeg = greyJpeg(16, 8);
const scan = (more = ''): string => jpegObject(jpeg, more);
/** Its upper rows are white on the left, black on the right; the lower half is black. */
const bits = { width: 16, height: 8, data: '\xff\x00'.repeat(4) + '\x00\x00'.repeat(4) };
const fax = (dictionary: string): string => imageObject(`/BitsPerComponent 1${dictionary}`, bits);

const HIDDEN_TEXT = 'BT 3 Tr /F 9 Tf 5 5 Td (okunan) Tj ET';

interface Seen {
  readonly kind: string;
  readonly orientation: number;
  readonly size: string;
  readonly bytes: string;
}

/** What is told of the picture on a page, and its JPEG or its black and white bytes. */
const pictureIn = (document: PdfDocument): Seen | null =>
  document.withPage(0, (page) =>
    page.withPicture((picture) => {
      const { kind, orientation, width, height } = picture;
      const grey = new Uint8Array(width * height);
      if (kind === 'bilevel' && !picture.decode(grey)) throw new Error('It should be decoded.');
      const bytes = String.fromCharCode(...(kind === 'jpeg' ? picture.coded : grey));
      return { kind, orientation, size: `${width}×${height}`, bytes };
    }),
  );

const scanned = { kind: 'jpeg', orientation: 1, size: '16×8', bytes: jpeg.data };

describe('a page of a PDF that is one JPEG', () => {
  it('gives it as it is stored', () => {
    expect(pictureIn(pdf(COVERING, [scan()]))).toEqual(scanned);
  });

  it('does so with text on it that nobody sees, in a clip of the page’s size, and with anything under it', () => {
    expect(pictureIn(pdf(`${COVERING} ${HIDDEN_TEXT}`, [scan()]))).toEqual(scanned);
    expect(pictureIn(pdf(`q 0 0 80 40 re W n ${COVERING} Q`, [scan()]))).toEqual(scanned);
    expect(pictureIn(pdf(`0 0 9 9 re f BT /F 9 Tf (alt) Tj ET ${COVERING}`, [scan()]))).toEqual(scanned);
    expect(pictureIn(pdf(`/Artifact BMC ${COVERING} EMC`, [scan()]))).toEqual(scanned);
  });

  it('says how it stands on the page as that is shown', () => {
    const turned = pictureIn(pdf(COVERING, [scan()], '/Rotate 90'));
    const onItsHead = pictureIn(pdf('q -80 0 0 -40 80 40 cm /I Do Q', [scan()]));
    const mirrored = pictureIn(pdf('q -80 0 0 40 80 0 cm /I Do Q', [scan()]));
    expect([turned, onItsHead, mirrored].map((picture) => picture?.orientation)).toEqual([6, 3, 2]);
  });

  it('does not where something else is seen, too', () => {
    const annotated = '/Annots[<</Type/Annot/Subtype/Square/Rect[1 1 9 9]/C[1 0 0]>>]';
    for (const document of [
      pdf(`${COVERING} BT /F 9 Tf (imza) Tj ET`, [scan()]),
      pdf(`${COVERING} 0 0 9 9 re f`, [scan()]),
      pdf(COVERING, [scan()], annotated),
      pdf('q 40 0 0 40 0 0 cm /I Do Q', [scan()]),
    ]) {
      expect(pictureIn(document)).toBeNull();
    }
  });

  it('does not where it is clipped, seen through, in a layer, masked, or of told colours', () => {
    for (const document of [
      pdf(`q 0 0 40 40 re W n ${COVERING} Q`, [scan()]),
      pdf(`BT 7 Tr /F 40 Tf 5 5 Td (A) Tj ET ${COVERING}`, [scan()]),
      pdf(`/Half gs ${COVERING}`, [scan()]),
      pdf(`/OC /Layer BDC ${COVERING} EMC`, [scan()]),
      pdf(COVERING, [
        scan('/SMask 7 0 R'),
        imageObject('/BitsPerComponent 8/ColorSpace/DeviceGray', { ...jpeg, data: '\0'.repeat(128) }),
      ]),
      pdf(COVERING, [scan('/Decode[1 0]')]),
      pdf(COVERING, [
        imageObject('/BitsPerComponent 8/ColorSpace[/Indexed/DeviceGray 255 7 0 R]/Filter/DCTDecode', jpeg),
        stream('', '\0'.repeat(256)),
      ]),
    ]) {
      expect(pictureIn(document)).toBeNull();
    }
  });
});

describe('a page of a PDF that is one black and white picture', () => {
  /** As it is seen. */
  const usual = ('\xff'.repeat(8) + '\0'.repeat(8)).repeat(4) + '\0'.repeat(64);
  const inverse = Array.from(usual, (letter) => (letter === '\0' ? '\xff' : '\0')).join('');
  const bytesIn = (drawing: string, dictionary: string): string | undefined =>
    pictureIn(pdf(drawing, [fax(dictionary)]))?.bytes;

  it('gives it as it is seen, however black is told', () => {
    expect(bytesIn(COVERING, '/ColorSpace/DeviceGray')).toBe(usual);
    expect(bytesIn(COVERING, '/ColorSpace/DeviceGray/Decode[1 0]')).toBe(inverse);
    expect(bytesIn(COVERING, '/ColorSpace[/Indexed/DeviceRGB 1<000000FFFFFF>]')).toBe(usual);
    expect(bytesIn(COVERING, '/ColorSpace[/Indexed/DeviceRGB 1<FFFFFF000000>]')).toBe(inverse);
  });

  it('gives a stencil through which black is painted on nothing', () => {
    expect(bytesIn(COVERING, '/ImageMask true')).toBe(usual);
    expect(bytesIn(COVERING, '/ImageMask true/Decode[1 0]')).toBe(inverse);
    expect(bytesIn(`1 0 0 rg ${COVERING}`, '/ImageMask true')).toBeUndefined();
    expect(bytesIn(`0 0 40 40 re f ${COVERING}`, '/ImageMask true')).toBeUndefined();
  });

  it('looks as PDFium draws it', () => {
    const draw = (document: PdfDocument): Uint8Array =>
      document.withPage(0, (page) => page.render(16, 8, (pixels) => pixels.slice()).pixels);
    for (const dictionary of ['/ColorSpace/DeviceGray', '/ColorSpace/DeviceGray/Decode[1 0]', '/ImageMask true']) {
      const drawn = String.fromCharCode(...draw(pdf(COVERING, [fax(dictionary)])));
      expect([dictionary, bytesIn(COVERING, dictionary)]).toEqual([dictionary, drawn]);
    }
  });
});

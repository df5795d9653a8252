import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { COVERING, greyJpeg, imageObject, jpegObject, openPdfium, pdfOf, stream } from './fixtures/scanned-pdf';
import type { PdfDocument } from './pdfium';
import { PdfTooHeavyError } from './pdfium-calls';

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

describe('a page of a PDF that shows a photograph', () => {
  const gradient = { width: 16, height: 8, data: String.fromCharCode(...Array.from({ length: 128 }, (_, i) => 2 * i)) };
  const image = imageObject('/BitsPerComponent 8/ColorSpace/DeviceGray', gradient);
  /** Draws `/I`, 16 × 8 pixels, on 64 × 32 points. */
  const PRINTED = 'q 64 0 0 32 8 4 cm /I Do Q';
  const FRAME = { left: 0.1, top: 0.1, right: 0.9, bottom: 0.9 };

  const photographIn = (document: PdfDocument): { frame: unknown; pixels: number[]; size: string } | null =>
    document.withPage(0, (page) => {
      const photograph = page.photograph(document.pageSize(0), (pixels) => pixels.slice());
      if (photograph === null) return null;
      const { frame, grey } = photograph;
      return { frame, pixels: Array.from(grey.pixels), size: `${grey.width}×${grey.height}` };
    });

  it('gives its very pixels, and where it lies', () => {
    const { frame, pixels, size: shown } = photographIn(pdf(PRINTED, [image])) ?? {};
    expect([frame, shown]).toEqual([FRAME, '16×8']);
    const unlike = pixels?.filter((pixel, i) => Math.abs(pixel - 2 * i) > 2);
    expect(unlike).toEqual([]);
  });

  it('does so as it is shown on a turned page', () => {
    const turned = photographIn(pdf(PRINTED, [image], '/Rotate 90'));
    expect(turned).toMatchObject({ size: '8×16' });
    expect(turned?.pixels.slice(0, 2).map((pixel) => pixel > 200)).toEqual([true, false]);
  });

  it('does so with white around it, spaces, and text that nobody sees', () => {
    for (const drawing of [
      `1 g 0 0 80 40 re f ${PRINTED}`,
      `${PRINTED} BT /F 9 Tf 70 2 Td (  ) Tj ET`,
      `${PRINTED} ${HIDDEN_TEXT}`,
      `q 0 0 80 40 re W n ${PRINTED} Q`,
    ]) {
      expect([drawing, photographIn(pdf(drawing, [image]))]).toMatchObject([drawing, { frame: FRAME, size: '16×8' }]);
    }
  });

  it('does so in a form, as programs draw it', () => {
    const form = stream(
      '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[1 0 0 1 0 0]/Resources<</XObject<</P 7 0 R>>>>',
      '/P Do',
    );
    expect(photographIn(pdf(PRINTED, [form, image]))).toMatchObject({ frame: FRAME, size: '16×8' });
  });

  it('gives nothing where anything else is seen', () => {
    for (const [drawing, more] of [
      [`${PRINTED} BT /F 9 Tf 2 2 Td (imza) Tj ET`, ''],
      [`${PRINTED} 0 0 4 4 re f`, ''],
      [`${PRINTED} 1 g 0 0 4 4 re B`, ''],
      [PRINTED, '/Annots[<</Type/Annot/Subtype/Square/Rect[1 1 9 9]/C[1 0 0]>>]'],
      ['q 30 0 0 30 8 4 cm /I Do Q', ''],
      ['', ''],
    ] as const) {
      expect([drawing, photographIn(pdf(drawing, [image], more))]).toEqual([drawing, null]);
    }
  });
});

it('a page for which PDFium has too little memory is not drawn without what it left out', () => {
  const side = 24_000;
  const image = { width: side, height: side, data: deflateSync(new Uint8Array(side)).toString('latin1') };
  const document = pdf(COVERING, [imageObject('/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode', image)]);
  const draw = (): unknown => document.withPage(0, (page) => page.render(80, 40, (pixels) => pixels.slice()));
  expect(draw).toThrow(PdfTooHeavyError);
});

it('a document for which PDFium has too little memory is not opened', () => {
  expect(() => open(new Uint8Array(600_000_000), '')).toThrow(PdfTooHeavyError);
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

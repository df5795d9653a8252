import { joined } from '../../../app/joined';
import { blankBitmap, paintRun, rowBytes } from '../../../app/fax/bitmap';
import { encodeT6 } from '../../../app/fax/t6/encode';

const WIDTH_PELS = 1686;
const SCAN_LINES = 2156;

/** A fax of one page as dense as a letter: what draws it has compiled all that the first real one needs. */
export function sampleFax(): Uint8Array<ArrayBuffer> {
  const t6 = encodeT6(stripes());
  const image =
    `/Type/XObject/Subtype/Image/Width ${WIDTH_PELS}/Height ${SCAN_LINES}/BitsPerComponent 1/ImageMask true` +
    `/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${WIDTH_PELS}/Rows ${SCAN_LINES}>>/Length ${t6.length}`;
  const drawing = 'q 595 0 0 792 0 0 cm /Fax Do Q';
  const page = '/Type/Page/Parent 2 0 R/MediaBox[0 0 595 792]/Resources<</XObject<</Fax 5 0 R>>>>/Contents 4 0 R';
  const words = (text: string): Uint8Array => new TextEncoder().encode(text);
  return joined([
    words('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'),
    words(`3 0 obj<<${page}>>endobj\n4 0 obj<</Length ${drawing.length}>>stream\n${drawing}\nendstream endobj\n`),
    words(`5 0 obj<<${image}>>stream\n`),
    t6,
    words('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

/** Short runs, a little further on in each line. */
function stripes() {
  const page = blankBitmap(WIDTH_PELS, SCAN_LINES);
  for (let y = 200; y < SCAN_LINES - 200; y++) {
    if (y % 46 > 26) continue;
    for (let x = 150 + (y % 3); x < WIDTH_PELS - 150; x += 13) paintRun(page.rows, rowBytes(WIDTH_PELS) * y, x, x + 4);
  }
  return page;
}

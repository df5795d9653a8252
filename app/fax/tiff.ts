import type { EncodedPage } from './fax-pdf';
import { HORIZONTAL_PER_INCH, verticalPerInch } from './geometry';

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/** Field types (TIFF 6.0 §2). */
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

type Field = readonly [tag: number, type: number, value: number];

/**
 * The pages as one TIFF (class F, TIFF 6.0 §11 and RFC 2301): little-endian, one T.6 strip a page, its very bytes.
 */
export function writeFaxTiff(pages: readonly EncodedPage[]): Uint8Array {
  const places = placesOf(pages);
  const file = new Uint8Array(places.at(-1)?.end ?? HEADER_BYTES);
  const view = new DataView(file.buffer);
  file.set([0x49, 0x49]);
  view.setUint16(2, 42, true);
  view.setUint32(4, places[0]?.directory ?? 0, true);
  for (const [index, page] of pages.entries()) {
    const place = places[index];
    if (place === undefined) continue;
    file.set(page.t6, place.strip);
    for (const [at, perInch] of [
      [place.across, HORIZONTAL_PER_INCH],
      [place.down, verticalPerInch(page.resolution)],
    ] as const) {
      view.setUint32(at, perInch, true);
      view.setUint32(at + 4, 1, true);
    }
    writeDirectory(
      view,
      place.directory,
      fieldsOf(page, place, index, pages.length),
      places[index + 1]?.directory ?? 0,
    );
  }
  return file;
}

/** Where a page's parts lie in the file. */
interface Place {
  readonly strip: number;
  /** Pels an inch across and down, a rational each. */
  readonly across: number;
  readonly down: number;
  readonly directory: number;
  readonly end: number;
}

const FIELDS = 16;

function placesOf(pages: readonly EncodedPage[]): Place[] {
  const places: Place[] = [];
  let strip = HEADER_BYTES;
  for (const { t6 } of pages) {
    const across = even(strip + t6.length);
    const directory = across + 16;
    const end = directory + 2 + FIELDS * ENTRY_BYTES + 4;
    places.push({ strip, across, down: across + 8, directory, end });
    strip = end;
  }
  return places;
}

const even = (at: number): number => at + (at & 1);

/** In the order of their tags, as TIFF wants them. */
const fieldsOf = (page: EncodedPage, place: Place, index: number, count: number): Field[] => [
  [254, LONG, 2], // NewSubfileType: a page of several
  [256, LONG, page.widthPels],
  [257, LONG, page.scanLines],
  [258, SHORT, 1], // BitsPerSample
  [259, SHORT, 4], // Compression: T.6
  [262, SHORT, 0], // PhotometricInterpretation: 0 is white
  [266, SHORT, 1], // FillOrder: the leftmost pel is the highest bit
  [273, LONG, place.strip],
  [277, SHORT, 1], // SamplesPerPixel
  [278, LONG, page.scanLines], // RowsPerStrip
  [279, LONG, page.t6.length],
  [282, RATIONAL, place.across],
  [283, RATIONAL, place.down],
  [293, LONG, 0], // T6Options
  [296, SHORT, 2], // ResolutionUnit: inch
  [297, SHORT, index | (count << 16)], // PageNumber: two shorts
];

function writeDirectory(view: DataView, at: number, fields: readonly Field[], next: number): void {
  view.setUint16(at, fields.length, true);
  for (const [index, [tag, type, value]] of fields.entries()) {
    const entry = at + 2 + index * ENTRY_BYTES;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, tag === 297 ? 2 : 1, true);
    view.setUint32(entry + 8, value, true);
  }
  view.setUint32(at + 2 + fields.length * ENTRY_BYTES, next, true);
}

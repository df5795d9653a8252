import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImageHeader } from './image-header';

const latin = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const be16 = (value: number): number[] => [value >> 8, value & 0xff];
const be32 = (value: number): number[] => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le16 = (value: number): number[] => be16(value).reverse();
const le32 = (value: number): number[] => be32(value).reverse();
const zeros = (count: number): number[] => new Array<number>(count).fill(0);

const exif = (orientation: number): number[] => [
  ...latin('MM'),
  ...be16(42),
  ...be32(8),
  ...be16(1),
  ...be16(0x0112),
  ...be16(3),
  ...be32(1),
  ...be16(orientation),
  ...zeros(6),
];

const chunk = (type: string, data: number[]): number[] => [...be32(data.length), ...latin(type), ...data, ...zeros(4)];
const png = (width: number, height: number, orientation = 1): number[] => [
  ...latin('\x89PNG\r\n\x1a\n'),
  ...chunk('IHDR', [...be32(width), ...be32(height), 8, 0, 0, 0, 0]),
  ...chunk('eXIf', exif(orientation)),
  ...chunk('IDAT', zeros(20)),
  ...chunk('IEND', []),
];

const segment = (marker: number, data: number[]): number[] => [0xff, marker, ...be16(data.length + 2), ...data];
const thumbnail = [0xff, 0xd8, 0xff, 0xd9];
const jpeg = (width: number, height: number, orientation = 1): number[] => [
  ...[0xff, 0xd8],
  ...segment(0xe1, [...latin('Exif\0\0'), ...exif(orientation), ...thumbnail]),
  ...segment(0xc4, zeros(30)),
  ...segment(0xc2, [8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]),
  ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
  ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  ...[0x78, 0xff, 0xd9],
];

const riff = (chunks: number[]): number[] => [
  ...latin('RIFF'),
  ...le32(chunks.length + 4),
  ...latin('WEBP'),
  ...chunks,
];
const webpChunk = (type: string, data: number[]): number[] => [
  ...latin(type),
  ...le32(data.length),
  ...data,
  ...zeros(data.length & 1),
];
const webp = (width: number, height: number, orientation = 1): number[] =>
  riff([
    ...webpChunk('VP8X', [8, 0, 0, 0, ...le32(width - 1).slice(0, 3), ...le32(height - 1).slice(0, 3)]),
    ...webpChunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(width), ...le16(height), 1, 2, 3]),
    ...webpChunk('EXIF', exif(orientation)),
  ]);

const gif = (width: number, height: number, frameWidth = width): number[] => [
  ...latin('GIF89a'),
  ...le16(width),
  ...le16(height),
  ...[0x80, 0, 0, ...zeros(6)],
  ...[0x21, 0xf9, 4, 0, 0, 0, 0, 0],
  ...[0x2c, ...zeros(4), ...le16(frameWidth), ...le16(height), 0],
  ...[2, 2, 0x44, 0x01, 0, 0x3b],
];

const bmp = (width: number, height: number): number[] => [
  ...latin('BM'),
  ...zeros(8),
  ...le32(54),
  ...[...le32(40), ...le32(width), ...le32(height), ...le16(1), ...le16(24), ...zeros(24)],
  ...zeros(Math.ceil((Math.min(width, 50) * 24) / 32) * 4 * Math.min(Math.abs(height), 50)),
];

const box = (type: string, contents: number[]): number[] => [...be32(contents.length + 8), ...latin(type), ...contents];
const fullBox = (type: string, contents: number[], version = 0): number[] => box(type, [version, 0, 0, 0, ...contents]);
const EXIF_ITEM = 2;
/** A HEIC of no pixels; its EXIF item lies in `mdat`, whose place is known once the rest is. */
const heic = (width: number, height: number, orientation = 1, transforms: number[] = []): number[] => {
  const head = box('ftyp', [...latin('heic'), ...be32(0), ...latin('mif1')]);
  const infe = fullBox('infe', [...be16(EXIF_ITEM), ...be16(0), ...latin('Exif'), 0], 2);
  const meta = (exifAt: number): number[] =>
    fullBox('meta', [
      ...fullBox('iinf', [...be16(1), ...infe]),
      ...fullBox('iloc', [
        0x44,
        0,
        ...be16(1),
        ...be16(EXIF_ITEM),
        ...be16(0),
        ...be16(1),
        ...be32(exifAt),
        ...be32(40),
      ]),
      ...box('iprp', box('ipco', [...fullBox('ispe', [...be32(width), ...be32(height)]), ...transforms])),
    ]);
  const start = head.length + meta(0).length + 8;
  return [
    ...head,
    ...meta(start),
    ...box('mdat', [...be32(6), ...latin('Exif\0\0'), ...exif(orientation), ...zeros(20)]),
  ];
};

const images = { png, jpeg, webp, gif, bmp, heic };
const kinds = Object.keys(images) as (keyof typeof images)[];

const read = (bytes: readonly number[] | Uint8Array): ReturnType<typeof readImageHeader> =>
  readImageHeader(Uint8Array.from(bytes), 'a.png');
const failureOf = (bytes: readonly number[] | Uint8Array): string => {
  const result = read(bytes);
  return result.ok ? 'none' : result.failure.kind;
};

describe('readImageHeader', () => {
  it.each(kinds)('tells the size of a %s', (kind) => {
    expect(read(images[kind](40, 30))).toEqual({
      ok: true,
      value: { kind, widthPx: 40, heightPx: 30, orientation: 1 },
    });
  });

  it.each(['png', 'jpeg', 'webp', 'heic'] as const)('tells the EXIF orientation of a %s', (kind) => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      expect(read(images[kind](4, 3, orientation))).toMatchObject({ value: { orientation, widthPx: 4, heightPx: 3 } });
    }
    expect(read(images[kind](4, 3, 9))).toMatchObject({ value: { orientation: 1 } });
  });

  it('leaves a HEIC that states its turn to the decoder, though EXIF repeats it', () => {
    expect(read(heic(4, 3, 6, box('irot', [3])))).toMatchObject({ value: { orientation: 1 } });
  });

  it('reads lossless and simple WebP, and BMP from the top down', () => {
    const lossless = riff(webpChunk('VP8L', [0x2f, ...le32(((30 - 1) << 14) | (40 - 1)), 7]));
    expect(read(lossless)).toMatchObject({ ok: true, value: { widthPx: 40, heightPx: 30 } });
    expect(read(bmp(40, -30))).toMatchObject({ ok: true, value: { widthPx: 40, heightPx: 30 } });
  });

  it.each(kinds)('finds every %s that was cut damaged', (kind) => {
    const whole = images[kind](40, 30);
    for (let length = 12; length < whole.length; length++) {
      expect([length, failureOf(whole.slice(0, length))]).toEqual([length, 'imageDamaged']);
    }
    for (let length = 1; length < 12; length++) {
      expect(['imageDamaged', 'fileUnsupported']).toContain(failureOf(whole.slice(0, length)));
    }
  });

  it.each(kinds)('takes what follows the end of a %s for none of its business', (kind) => {
    expect(failureOf([...images[kind](40, 30), 1, 2, 3])).toBe('none');
  });

  it('does not take the end of an EXIF thumbnail for the end of the photo', () => {
    const photo = jpeg(40, 30);
    expect(failureOf(photo.slice(0, -2))).toBe('imageDamaged');
  });

  it('refuses a picture of 30,000 × 30,000, cut or whole, and tells its size', () => {
    const failure = { kind: 'imageTooLarge', name: 'a.png', widthPx: 30_000, heightPx: 30_000 };
    for (const kind of kinds)
      expect(read(images[kind](30_000, 30_000).slice(0, 200))).toMatchObject(
        kind === 'webp' ? { ok: false } : { ok: false, failure },
      );
    expect(failureOf(png(30_001, 10))).toBe('imageTooLarge');
    expect(failureOf(png(10_000, 10_000))).toBe('none');
  });

  it('refuses a GIF whose frame is far larger than its screen', () => {
    expect(failureOf(gif(10, 3000, 60_000))).toBe('imageTooLarge');
  });

  it('says what is empty, and what is no image whatever its name', () => {
    expect(failureOf([])).toBe('fileEmpty');
    expect(failureOf(latin('Sayın yetkili, ekte teklifimiz'))).toBe('fileUnsupported');
    expect(failureOf(latin('BMW servis kaydı: 17 Kasım 2026, lastik'))).toBe('fileUnsupported');
    expect(failureOf(latin('%PDF-1.7\n'))).toBe('fileUnsupported');
  });

  it('finds a picture without width damaged', () => {
    for (const kind of kinds) expect(failureOf(images[kind](0, 30))).not.toBe('none');
    for (const kind of kinds) expect(failureOf(images[kind](40, 0))).not.toBe('none');
  });

  it('answers whatever bytes with a result', () => {
    const start = fc.constantFrom(...kinds.map((kind) => images[kind](40, 30).slice(0, 16)), []);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, rest) => {
        expect(typeof read([...head, ...rest]).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('answers images with any bytes changed with a result', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(change, { maxLength: 6 }), (kind, changes) => {
        const bytes = images[kind](40, 30);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        expect(typeof read(bytes).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});

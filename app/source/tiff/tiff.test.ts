import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { decode, decodeImage, toRGBA8 } from 'utif2';
import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../fax/grey';
import { decodeTiffPage, type TiffPorts } from './decode-page';
import { readTiff } from './tiff';
import { TiffDamagedError } from './tiff-damaged-error';
import { tiffSamples } from './tiff-samples';

const [WIDTH, HEIGHT] = [40, 24];
const names = Object.keys(tiffSamples) as (keyof typeof tiffSamples)[];
const bytesOf = (name: keyof typeof tiffSamples): Uint8Array =>
  new Uint8Array(Buffer.from(tiffSamples[name], 'base64'));

class NoJpegError extends Error {}
const ports: TiffPorts = {
  inflate: (bytes, size) => Promise.resolve().then(() => new Uint8Array(inflateSync(bytes, { maxOutputLength: size }))),
  jpeg: () => Promise.reject(new NoJpegError()),
};

async function decodeAll(bytes: Uint8Array): Promise<GreyImage[]> {
  const pages = readTiff(bytes, 'a.tif', 1000);
  if (!pages.ok) throw new Error(pages.failure.kind);
  return Promise.all(pages.value.map((page) => decodeTiffPage(bytes, page, ports)));
}

const picture = (tone: (x: number, y: number) => number): GreyImage => ({
  width: WIDTH,
  height: HEIGHT,
  pixels: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => tone(i % WIDTH, Math.floor(i / WIDTH))),
});
const bits = picture((x, y) => ((Math.floor(x / 3) + Math.floor(y / 4)) % 2 === 1 || (x * y) % 7 === 0 ? 0 : 255));
const luma = (red: number, green: number, blue: number): number => (77 * red + 150 * green + 29 * blue + 128) >> 8;
const rgb = picture((x, y) =>
  x >= 4 && x < 14 && y >= 4 && y < 12 ? 0 : luma((x * 6) % 256, (y * 10) % 256, ((x + y) * 4) % 256),
);
const grey = picture((x, y) => (x * 6 + y) % 256);

const expected = { bits: [bits], rgb: [rgb], grey: [grey], two: [bits, bits] };

/** The pages as utif2, which shares nothing with us, decodes them. */
function asPeer(bytes: Uint8Array): GreyImage[] {
  const file = bytes.slice().buffer;
  return decode(file).map((page) => {
    decodeImage(file, page);
    const colours = toRGBA8(page);
    const at = (i: number): number => luma(colours[i] ?? 0, colours[i + 1] ?? 0, colours[i + 2] ?? 0);
    const pixels = Uint8Array.from({ length: page.width * page.height }, (_, i) => at(i * 4));
    return { width: page.width, height: page.height, pixels };
  });
}

describe('TIFF', () => {
  it.each(names.filter((name) => name !== 'palette'))('decodes what libtiff wrote: %s', async (name) => {
    expect(await decodeAll(bytesOf(name))).toEqual(expected[name.split('-')[0] as keyof typeof expected]);
  });

  it.each(names)('decodes as another decoder does: %s', async (name) => {
    expect(await decodeAll(bytesOf(name))).toEqual(asPeer(bytesOf(name)));
  });

  it('tells how dense a fax is, and guesses it where the file forgets', () => {
    const page = (resolution?: [number, number]) => readTiff(fax(1728, 1000, resolution), 'a.tif', 10);
    expect(page([204, 98])).toMatchObject({ value: [{ isBilevel: true, pitch: { across: 204, down: 98 } }] });
    expect(page()).toMatchObject({ value: [{ pitch: { across: 204, down: 98 } }] });
    expect(page([204, 0])).toMatchObject({ value: [{ pitch: { across: 204, down: 98 } }] });
    expect(readTiff(fax(1728, 2200), 'a.tif', 10)).toMatchObject({ value: [{ pitch: { across: 204, down: 196 } }] });
    expect(readTiff(fax(800, 900), 'a.tif', 10)).toMatchObject({ value: [{ pitch: { across: 72, down: 72 } }] });
  });

  it('refuses what is missing, endless or too large', () => {
    const kindOf = (bytes: Uint8Array): string => {
      const pages = readTiff(bytes, 'a.tif', 10);
      return pages.ok ? 'none' : pages.failure.kind;
    };
    const whole = fax(1728, 100);
    expect(kindOf(whole)).toBe('none');
    for (let length = 8; length < whole.length; length += 50)
      expect(kindOf(whole.slice(0, length))).toBe('documentDamaged');
    expect(kindOf(fax(50_000, 50_000))).toBe('imageTooLarge');
    expect(kindOf(fax(1728, 0))).toBe('documentDamaged');
    const view = new DataView(whole.buffer);
    const directory = view.getUint32(4, true);
    view.setUint32(directory + 2 + view.getUint16(directory, true) * 12, directory, true);
    expect(kindOf(whole)).toBe('documentDamaged');
    expect(kindOf(manyPages(11))).toBe('tooManyPages');
    expect(kindOf(manyPages(10))).toBe('none');
  });

  it('answers files with any bytes changed with pages or as damaged, soon', async () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (name, changes) => {
          const bytes = bytesOf(name);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const pages = readTiff(bytes, 'a.tif', 20);
          for (const page of pages.ok ? pages.value.filter(isSmall) : []) {
            await decodeTiffPage(bytes, page, ports).catch((error: unknown) => {
              const known = error instanceof TiffDamagedError || error instanceof NoJpegError;
              if (!known && (error as NodeJS.ErrnoException).code?.startsWith('Z_') !== true) {
                expect((error as NodeJS.ErrnoException).code).toBe('ERR_BUFFER_TOO_LARGE');
              }
            });
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

const isSmall = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }): boolean =>
  widthPx * heightPx < 1_000_000;

type Field = [tag: number, type: number, value: number];

function directoryOf(fields: readonly Field[], next: number): Uint8Array {
  const bytes = new Uint8Array(2 + fields.length * 12 + 4);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, fields.length, true);
  fields.forEach(([tag, type, value], index) => {
    view.setUint16(2 + index * 12, tag, true);
    view.setUint16(4 + index * 12, type, true);
    view.setUint32(6 + index * 12, 1, true);
    view.setUint32(10 + index * 12, value, true);
  });
  view.setUint32(2 + fields.length * 12, next, true);
  return bytes;
}

const header = (directory: number): Uint8Array => {
  const bytes = Uint8Array.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  new DataView(bytes.buffer).setUint32(4, directory, true);
  return bytes;
};

/** An uncompressed fax page; of a large one only the fields. */
function fax(width: number, height: number, resolution?: [number, number]): Uint8Array {
  const rows = new Uint8Array(Math.min((width / 8) * height, 1_000_000));
  const start = 8 + rows.length;
  const fields: Field[] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 1],
    [259, 3, 1],
    [262, 3, 0],
    [273, 4, 8],
    [278, 4, height],
    [279, 4, rows.length],
  ];
  const rationals = new Uint32Array([resolution?.[0] ?? 0, 1, resolution?.[1] ?? 0, 1]);
  if (resolution) fields.push([282, 5, start], [283, 5, start + 8]);
  const parts = [header(start + 16), rows, new Uint8Array(rationals.buffer), directoryOf(fields, 0)];
  return new Uint8Array(Buffer.concat(parts));
}

/** So many pages of the same eight pels. */
function manyPages(count: number): Uint8Array {
  const fields: Field[] = [
    [256, 4, 8],
    [257, 4, 1],
    [273, 4, 0],
    [279, 4, 1],
  ];
  const size = 2 + fields.length * 12 + 4;
  const directories = Array.from({ length: count }, (_, i) =>
    directoryOf(fields, i === count - 1 ? 0 : 8 + (i + 1) * size),
  );
  return new Uint8Array(Buffer.concat([header(8), ...directories]));
}

import type { FaxBitmap } from '../../app/fax/bitmap';
import { decodeT6 } from '../../app/fax/t6/decode';
import { encodeT6 } from '../../app/fax/t6/encode';
import { recordBytes, recordsIn, type ImageRecord } from './bits';
import { mustRun } from './command';
import { generatedBitmaps } from './drawn/bitmaps';
import { libtiffG4 } from './peers';
import type { Bench } from './place';
import { times } from './table';

const COUNT = 10_000;

interface Coded {
  readonly records: ImageRecord[];
  readonly ms: number;
}

async function byLibtiff(program: string, what: 'encode' | 'decode', images: readonly ImageRecord[]): Promise<Coded> {
  const { stdout, stderr } = await mustRun(program, [what], { input: Buffer.concat(images.map(recordBytes)) });
  return { records: recordsIn(stdout), ms: Number(stderr.trim().split('\n').at(-1)) };
}

function timed<T>(work: () => T): { result: T; ms: number } {
  const startedAt = performance.now();
  return { result: work(), ms: performance.now() - startedAt };
}

const sizeOf = (records: readonly ImageRecord[]): number => records.reduce((sum, { bytes }) => sum + bytes.length, 0);

const sameBytes = (a: Uint8Array, b: Uint8Array | undefined): boolean => b !== undefined && Buffer.compare(a, b) === 0;

function decodesTo({ width, height, bytes }: ImageRecord, bitmap: FaxBitmap | undefined): boolean {
  try {
    return sameBytes(decodeT6(bytes, width, height).rows, bitmap?.rows);
  } catch {
    return false;
  }
}

/** Our T.6 against libtiff's, both ways. */
export const benchT6: Bench = async (place) => {
  const libtiff = await libtiffG4(place);
  const bitmaps = generatedBitmaps(COUNT);
  const images = bitmaps.map(({ widthPels, scanLines, rows }) => ({
    width: widthPels,
    height: scanLines,
    bytes: rows,
  }));
  bitmaps.slice(0, 500).forEach(encodeT6);
  const encoded = timed(() => bitmaps.map((bitmap) => encodeT6(bitmap)));
  const ours = encoded.result.map((bytes, i) => ({
    width: images[i]?.width ?? 0,
    height: images[i]?.height ?? 0,
    bytes,
  }));
  const theirs = await byLibtiff(libtiff, 'encode', images);
  const readByThem = await byLibtiff(libtiff, 'decode', ours);
  const readByUs = timed(() => theirs.records.filter((record, i) => decodesTo(record, bitmaps[i])).length);

  const good = readByThem.records.filter(({ bytes }, i) => sameBytes(bytes, images[i]?.bytes)).length;
  const same = ours.filter(({ bytes }, i) => sameBytes(bytes, theirs.records[i]?.bytes)).length;
  const [size, theirSize] = [sizeOf(ours), sizeOf(theirs.records)];
  const all = `${COUNT}`;
  return [
    { what: 'our streams libtiff decodes to the same bits', ours: `${good}`, reach: all, isReached: good === COUNT },
    {
      what: 'libtiff streams we decode to the same bits',
      ours: `${readByUs.result}`,
      reach: all,
      isReached: readByUs.result === COUNT,
    },
    { what: 'streams that are libtiff’s byte for byte', ours: `${same}` },
    {
      what: 'total size, bytes',
      ours: `${size}`,
      peer: `${theirSize}`,
      ratio: times(size / theirSize),
      reach: '≤ libtiff’s',
      isReached: size <= theirSize,
    },
    {
      what: 'time to encode, ms',
      ours: encoded.ms.toFixed(0),
      peer: theirs.ms.toFixed(0),
      ratio: times(encoded.ms / theirs.ms),
    },
    {
      what: 'time to decode, ms',
      ours: readByUs.ms.toFixed(0),
      peer: readByThem.ms.toFixed(0),
      ratio: times(readByUs.ms / readByThem.ms),
    },
  ];
};

import { describe, expect, it } from 'vitest';
import { readJpegScan } from './jpeg-scan';

const segment = (marker: number, ...data: number[]): number[] => [0xff, marker, 0, data.length + 2, ...data];

const steps = segment(0xdb, 0, ...Array<number>(64).fill(4));
/** One code each: `0` for no bits, which is an end of block, too. */
const tables = [0x00, 0x10].flatMap((id) => segment(0xc4, id, 1, ...Array<number>(15).fill(0), 0));

const frame = (marker: number, ...components: [id: number, sampling: number][]): number[] => {
  const each = components.flatMap(([id, sampling]) => [id, sampling, 0]);
  return segment(marker, 8, 0, 9, 0, 17, components.length, ...each);
};
const scan = (...ids: number[]): number[] => segment(0xda, ids.length, ...ids.flatMap((id) => [id, 0]), 0, 63, 0);
const coded = [0x12, 0xff, 0x00, 0x34];
const end = [0xff, 0xd9];

const yCbCr = frame(0xc0, [1, 0x22], [2, 0x11], [3, 0x11]);
const jpeg = (...parts: number[][]): Uint8Array => Uint8Array.from([0xff, 0xd8, ...parts.flat()]);
const usual = (...before: number[][]): Uint8Array => jpeg(...before, steps, tables, yCbCr, scan(1, 2, 3), coded, end);

describe('the scan of a JPEG', () => {
  it('is told with its size, its units and its coded data', () => {
    const read = readJpegScan(usual());
    expect(read).toMatchObject({ width: 17, height: 9, across: 2, down: 2, isColour: true, restartUnits: 0 });
    expect(read?.bytes).toEqual(Uint8Array.from([...coded, ...end]));
    expect([read?.steps.places[2], read?.steps.factors[8]]).toEqual([2 * 8, 8 * 4]);
    expect(read?.tables).toHaveLength(3);
  });

  it('of one component has units of one block', () => {
    const grey = readJpegScan(jpeg(steps, tables, frame(0xc0, [7, 0x22]), scan(7), coded, end));
    expect(grey).toMatchObject({ across: 1, down: 1, isColour: false });
  });

  it('may have restarts', () => {
    const restarts = [0x12, 0xff, 0xd0, 0x34];
    const read = readJpegScan(jpeg(segment(0xdd, 0, 5), steps, tables, yCbCr, scan(1, 2, 3), restarts, end));
    expect(read?.restartUnits).toBe(5);
    expect(read?.bytes).toEqual(Uint8Array.from([...restarts, ...end]));
  });

  it('is left to others where its colours are no luma first', () => {
    const rgb = frame(0xc0, [0x52, 0x11], [0x47, 0x11], [0x42, 0x11]);
    const adobe = (transform: number): number[] =>
      segment(0xee, ...Array.from('Adobe', (letter) => letter.charCodeAt(0)), 0, 100, 0, 0, 0, 0, transform);
    expect(readJpegScan(jpeg(steps, tables, rgb, scan(0x52, 0x47, 0x42), coded, end))).toBeNull();
    expect(readJpegScan(usual(adobe(0)))).toBeNull();
    expect(readJpegScan(usual(adobe(1)))).not.toBeNull();
  });

  it('is left to others where it is progressive, one of several, or lacks a table', () => {
    const progressive = frame(0xc2, [1, 0x22], [2, 0x11], [3, 0x11]);
    expect(readJpegScan(jpeg(steps, tables, progressive, scan(1, 2, 3), coded, end))).toBeNull();
    expect(readJpegScan(jpeg(steps, tables, yCbCr, scan(1), coded, scan(2), coded, end))).toBeNull();
    expect(readJpegScan(jpeg(steps, yCbCr, scan(1, 2, 3), coded, end))).toBeNull();
    expect(readJpegScan(jpeg(tables, yCbCr, scan(1, 2, 3), coded, end))).toBeNull();
  });

  it('never throws, wherever a file is cut', () => {
    const file = usual();
    const before = file.length - coded.length - end.length;
    for (let length = 0; length < file.length; length++)
      expect(readJpegScan(file.subarray(0, length))?.bytes.length ?? 0).toBe(Math.max(length - before, 0));
  });
});

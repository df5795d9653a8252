import { describe, expect, it } from 'vitest';
import { Bytes } from './bytes';
import { isWholeJpeg } from './jpeg';

const segment = (marker: number, ...data: number[]): number[] => [0xff, marker, 0, data.length + 2, ...data];

const jpeg = (...coded: number[]): number[] => [
  ...[0xff, 0xd8],
  ...segment(0xe1, 0xff, 0xd8, 0xff, 0xd9),
  ...segment(0xda, 1, 1, 0, 0, 63, 0),
  ...coded,
  ...segment(0xda, 1, 1, 0, 0, 63, 0),
  ...[0x78, 0xff, 0xd9],
];

const isWhole = (bytes: readonly number[]): boolean => isWholeJpeg(new Bytes(Uint8Array.from(bytes)));

describe('a JPEG', () => {
  it('is whole with stuffed bytes, restarts and fill bytes in its coded data, whatever comes after it', () => {
    const whole = jpeg(0x12, 0xff, 0x00, 0xff, 0xd0, 0x34, 0xff, 0xff, 0x00);
    expect(isWhole(whole)).toBe(true);
    expect(isWhole([...whole, 1, 2, 0xff])).toBe(true);
  });

  it('is not where it is cut anywhere', () => {
    const whole = jpeg(0x12, 0xff, 0x00, 0x34);
    for (let length = 0; length < whole.length; length++) expect(isWhole(whole.slice(0, length))).toBe(false);
  });

  it('is not where its coded data runs into something that is no segment, though an end of image comes later', () => {
    expect(isWhole(jpeg(0x12, 0xff, 0x45, 0, 9, 0x34))).toBe(false);
  });
});

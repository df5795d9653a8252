import { expect, it } from 'vitest';
import { greyFromLuma, greyFromRgba } from './grey-pixels';

const grey = (colours: number[], order: 'rgba' | 'bgra'): number[] => {
  const into = new Uint8Array(colours.length / 4);
  greyFromRgba(Uint8Array.from(colours), order, into);
  return Array.from(into);
};

it('weighs colours as the eye does, in either order', () => {
  expect(grey([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255], 'rgba')).toEqual([77, 149, 29]);
  expect(grey([0, 0, 255, 255, 0, 255, 0, 255, 255, 0, 0, 255], 'bgra')).toEqual([77, 149, 29]);
  expect(grey([255, 255, 255, 255, 0, 0, 0, 255], 'rgba')).toEqual([255, 0]);
});

it('puts what is transparent on white', () => {
  expect(grey([0, 0, 0, 0, 100, 100, 100, 128, 0, 0, 0, 255], 'rgba')).toEqual([255, 177, 0]);
});

it('packs a luma plane whose rows are padded', () => {
  const buffer = Uint8Array.from([9, 10, 20, 0, 30, 40, 0]);
  const image = greyFromLuma({ buffer, luma: { offset: 1, stride: 3 }, alpha: undefined, fullRange: true }, 2, 2);
  expect(image).toEqual({ width: 2, height: 2, pixels: Uint8Array.of(10, 20, 30, 40) });
});

it('stretches the luma of video range', () => {
  const buffer = Uint8Array.of(0, 16, 235, 255);
  const image = greyFromLuma({ buffer, luma: { offset: 0, stride: 4 }, alpha: undefined, fullRange: false }, 4, 1);
  expect(Array.from(image.pixels)).toEqual([0, 0, 255, 255]);
});

it('puts a transparent luma plane on white', () => {
  const buffer = Uint8Array.of(0, 0, 100, 255, 0, 128);
  const planes = { buffer, luma: { offset: 0, stride: 3 }, alpha: { offset: 3, stride: 3 }, fullRange: true };
  expect(Array.from(greyFromLuma(planes, 3, 1).pixels)).toEqual([0, 255, 177]);
});

import { expect, it } from 'vitest';
import type { GreyImage } from '../grey';
import { plainKernels } from '../kernels/plain/plain-kernels';
import type { Darkness } from '../profile';
import { binariseText } from './text';
import { toneOf } from './tone';

const steps: readonly Darkness[] = [-2, -1, 0, 1, 2];

/** Every grey there is, as often as any other. */
const ramp: GreyImage = {
  width: 256,
  height: 16,
  pixels: Uint8Array.from({ length: 4096 }, (_, at) => at % 256),
};

const countBlack = (rows: Uint8Array): number =>
  rows.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);

const risesStepByStep = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? Infinity));

it('each step of darkness makes more of a text black', () => {
  const blacks = steps.map((step) => countBlack(binariseText(ramp, 'fine', step, plainKernels).rows));
  expect(risesStepByStep(blacks)).toBe(true);
});

it('each step of darkness makes the middle tones of a picture darker, and leaves black and paper as they are', () => {
  const curves = steps.map((step) => toneOf(ramp, step, plainKernels));
  expect(risesStepByStep(curves.map((curve) => 255 - (curve[128] ?? 0)))).toBe(true);
  expect(curves.map((curve) => [curve[0], curve[255]])).toEqual(steps.map(() => [0, 255]));
});

/** The coefficients' places in a block, in the order in which they are coded (T.81 Figure A.6). */
const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
];

/** Damaged data may have so many coefficients more than there are places: they are put past the block. */
const BEYOND = 32;

/** By how much a transform in so few multiplications wants a coefficient of this row or column grown. */
const growth = (k: number): number => (k === 0 ? 1 : Math.SQRT2 * Math.cos((k * Math.PI) / 16));

/** What becomes of a block's coefficients before they are transformed. */
export interface JpegSteps {
  /** As the kernels take them: 64 factors, 64 scales, and the place of each coefficient in a block, in bytes and in the order in which they are coded. */
  readonly all: Int16Array;
  /** Each coefficient × its factor is eight times what it stands for. */
  readonly factors: Int16Array;
  /** In 32768ths: that × its scale is four times what it stands for, grown as the transform wants it. */
  readonly scales: Int16Array;
  readonly places: Int16Array;
}

/** `steps`: of the coefficients, in the order in which they are coded (T.81 §B.2.4.1). */
export function jpegSteps(steps: ArrayLike<number>): JpegSteps {
  const all = new Int16Array(2 * 64 + 64 + BEYOND).fill(2 * 64);
  const [factors, scales, places] = [all.subarray(0, 64), all.subarray(64, 128), all.subarray(128)];
  zigzag.forEach((place, k) => {
    factors[place] = 8 * (steps[k] ?? 0);
    scales[place] = Math.round(16_384 * growth(place >> 3) * growth(place & 7));
    places[k] = 2 * place;
  });
  return { all, factors, scales, places };
}

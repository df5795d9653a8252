/**
 * How one axis of a picture is resized: target sample i is the sum of `count` source samples from `first[i]` on, times
 * `weights[i × count …]`, which add up to 1.
 */
export interface AxisTaps {
  readonly count: number;
  readonly first: Int32Array;
  readonly weights: Float32Array;
}

/** How much of the interval `from` to `to` lies in source sample `index`. */
const overlap = (index: number, from: number, to: number): number =>
  Math.max(Math.min(index + 1, to) - Math.max(index, from), 0);

/** Weight of source sample `index` in target sample `i`. */
type Weigh = (index: number, i: number) => number;

/** Area averaging: each target sample is the mean of the source it covers. */
const areaWeight =
  (scale: number): Weigh =>
  (index, i) =>
    overlap(index, i * scale, (i + 1) * scale) / scale;

/** The point of the source that target sample `i` shows when it is enlarged, in samples. */
const centreOf = (i: number, scale: number, source: number): number =>
  Math.min(Math.max((i + 0.5) * scale - 0.5, 0), source - 1);

/** Linear interpolation between the two nearest source samples, so that enlarged strokes get smooth edges. */
const linearWeight =
  (scale: number, source: number): Weigh =>
  (index, i) =>
    Math.max(1 - Math.abs(index - centreOf(i, scale, source)), 0);

/**
 * The taps that turn `source` samples into `target` samples, `leastCount` of them or more. They stay within the source where it has
 * as many samples as there are taps; where it has not, those beyond its end weigh nothing.
 */
export function axisTaps(source: number, target: number, leastCount: number): AxisTaps {
  const scale = source / target;
  const shrinks = scale > 1;
  const weigh = shrinks ? areaWeight(scale) : linearWeight(scale, source);
  const count = Math.max(shrinks ? Math.ceil(scale) + 1 : 2, leastCount);
  const first = new Int32Array(target);
  const weights = new Float32Array(target * count);
  for (let i = 0; i < target; i++) {
    const start = Math.floor(shrinks ? i * scale : centreOf(i, scale, source));
    const from = Math.max(Math.min(start, source - count), 0);
    first[i] = from;
    for (let k = 0; k < count; k++) weights[i * count + k] = from + k < source ? weigh(from + k, i) : 0;
  }
  return { count, first, weights };
}

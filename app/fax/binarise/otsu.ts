/** Sum of `weight(value) × count` over a histogram. */
const total = (histogram: Uint32Array, weight: (value: number) => number): number =>
  histogram.reduce((sum, count, value) => sum + weight(value) * count, 0);

/**
 * Otsu's threshold: the value that splits a histogram into the two most distinct halves. What is below it is dark.
 * (N. Otsu, "A threshold selection method from gray-level histograms", 1979.)
 */
export function otsuThreshold(histogram: Uint32Array): number {
  const count = total(histogram, () => 1);
  const sum = total(histogram, (value) => value);
  let best = 0;
  let threshold = 128;
  let darkCount = 0;
  let darkSum = 0;
  histogram.forEach((ofValue, value) => {
    darkCount += ofValue;
    darkSum += value * ofValue;
    if (darkCount === 0 || darkCount === count) return;
    const distance = darkSum / darkCount - (sum - darkSum) / (count - darkCount);
    const between = darkCount * (count - darkCount) * distance * distance;
    if (between <= best) return;
    best = between;
    threshold = value + 1;
  });
  return threshold;
}

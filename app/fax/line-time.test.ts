import { expect, it } from 'vitest';
import { callSeconds, lineSeconds } from './line-time';

it('measures the CCITT test pages as a simulated call does', () => {
  expect(Math.abs(lineSeconds(18_000) - (26.8 - 12))).toBeLessThan(2);
});

it('adds four seconds for each block begun', () => {
  expect(lineSeconds(65_537) - lineSeconds(65_536)).toBeCloseTo(4, 2);
});

it('adds 15 to 20 seconds around a call', () => {
  const page = lineSeconds(20_000);
  expect(callSeconds([20_000, 20_000])).toEqual({ least: page * 2 + 15, most: page * 2 + 20 });
  expect(callSeconds([])).toEqual({ least: 15, most: 20 });
});

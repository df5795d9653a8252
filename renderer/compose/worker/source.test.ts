import { expect, it } from 'vitest';
import { natureOfBlackAndWhite } from './source';

it.each([
  [204, 196, 'bilevel'],
  [200, 200, 'bilevel'],
  [204, 98, 'bilevel'],
  [300, 300, 'picture'],
  [600, 600, 'picture'],
  [300, 150, 'bilevel'],
])('black and white of %i × %i dots an inch is a %s', (across, down, nature) => {
  expect(natureOfBlackAndWhite({ across, down })).toBe(nature);
});

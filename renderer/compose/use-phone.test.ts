import { expect, it } from 'vitest';
import { loadPhone, prepareNumbers } from './use-phone';

it('prepares numbers once the numbering plans are loaded, and changes nothing in how they are shown', async () => {
  expect(() => prepareNumbers(['902123205072'])).not.toThrow();
  const { displayNumber } = await loadPhone();
  prepareNumbers(['902123205072', '1001']);
  expect(['902123205072', '1001'].map(displayNumber)).toEqual(['0212 320 50 72', '1001']);
});

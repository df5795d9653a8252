import { expect, it } from 'vitest';
import { axisTop, spansOf } from './spans';

const none = { missed: 0, pagesSent: 0, pagesReceived: 0, lineSeconds: 0 };
const day = (name: string, sent: number, failed = 0, received = 0) => ({ day: name, sent, failed, received, ...none });

it('has a bar for each day, also those without a fax', () => {
  expect(spansOf([day('2026-11-01', 2, 1), day('2026-11-03', 0, 0, 4)])).toEqual({
    by: 'day',
    spans: [
      { name: '2026-11-01', sent: 2, failed: 1, received: 0 },
      { name: '2026-11-02', sent: 0, failed: 0, received: 0 },
      { name: '2026-11-03', sent: 0, failed: 0, received: 4 },
    ],
  });
});

it('goes by months where there are many days', () => {
  const { by, spans } = spansOf([day('2025-12-30', 1), day('2026-01-05', 2), day('2026-03-02', 3)]);
  expect([by, spans.map(({ name, sent }) => [name, sent])]).toEqual([
    'month',
    [
      ['2025-12', 1],
      ['2026-01', 2],
      ['2026-02', 0],
      ['2026-03', 3],
    ],
  ]);
  expect(spansOf([]).spans).toEqual([]);
});

it('ends its axis at a round number', () => {
  expect([0, 1, 3, 7, 10, 11, 480].map(axisTop)).toEqual([1, 1, 5, 10, 10, 20, 500]);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  inEveryDirection,
  filledIn,
  isWhole,
  questionOf,
  sortedBy,
  type RecordsView,
  viewOf,
  wholeHistory,
} from './view';

const view: RecordsView = {
  ...wholeHistory,
  direction: 'inbound',
  unread: true,
  text: ' ağaç ',
  from: '2026-11-01',
  to: '2026-11-02',
  sender: '0212 320 50 72',
  success: 'false',
  tag: 'fatura',
};

beforeEach(() => void vi.stubEnv('TZ', 'Europe/Istanbul'));
afterEach(() => void vi.unstubAllEnvs());

describe('what records are asked for', () => {
  it('is everything where nothing is filled in', () => {
    expect(questionOf(wholeHistory)).toEqual({});
    expect([isWhole(wholeHistory), isWhole(view), filledIn(view)]).toEqual([true, false, 5]);
  });

  it('takes whole days, the last one included, however many', () => {
    expect(questionOf(view)).toEqual({
      since: Date.parse('2026-10-31T21:00:00Z'),
      until: Date.parse('2026-11-02T20:59:59.999Z'),
      direction: 'inbound',
      sender: '0212 320 50 72',
      success: false,
      text: 'ağaç',
      unread: true,
      tag: 'fatura',
    });
  });

  it('takes days of the computer’s own zone, also the one its clocks change on', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const day = { ...wholeHistory, from: '2026-10-25', to: '2026-10-25' };
    const question = questionOf(day);
    expect(question).toEqual({
      since: Date.parse('2026-10-24T22:00:00Z'),
      until: Date.parse('2026-10-25T22:59:59.999Z'),
    });
    expect(viewOf({ question, sort: day.sort })).toEqual(day);
  });

  it('leaves out what is no day', () => {
    expect(questionOf({ ...wholeHistory, from: '2026-02-3', to: 'dün' })).toEqual({});
  });

  it('is the same again after it was saved', () => {
    const sort = { by: 'sender', descending: false } as const;
    expect(viewOf({ question: questionOf(view), sort })).toEqual({ ...view, text: 'ağaç', sort });
    expect(viewOf({ question: {}, sort: wholeHistory.sort })).toEqual(wholeHistory);
  });

  it('is sorted the other way round by a second click', () => {
    const once = sortedBy(wholeHistory.sort, 'sender');
    expect([once, sortedBy(once, 'sender'), sortedBy(once, 'pages')]).toEqual([
      { by: 'sender', descending: false },
      { by: 'sender', descending: true },
      { by: 'pages', descending: true },
    ]);
  });
});

it('the overview is of every direction, with all else that narrows the list', () => {
  const view = { ...wholeHistory, direction: 'internal', text: 'ağaç' } as const;
  expect(questionOf(inEveryDirection(view))).toEqual({ text: 'ağaç' });
});

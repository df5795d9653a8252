import { describe, expect, it } from 'vitest';
import { changePages, noPages, type Page, type Pages } from './pages';

const pageOf = (name: string, group?: number, startedAt = 0): Page => ({
  id: name,
  source: {
    file: new Blob(),
    name,
    pageCount: 1,
    ...(group !== undefined && { given: { group, startedAt } }),
  },
  sourcePage: 1,
  rotation: 0,
});
const add = (pages: Pages, page: Page): Pages => changePages(pages, { kind: 'added', pages: [page], batch: page.id });
const withAll = (...all: Page[]): Pages => all.reduce(add, noPages);
const names = ({ now }: Pages): string => now.map(({ id }) => id).join('');

describe('files of one gesture, each brought by a start of its own', () => {
  it('stand in the order of the starts, in whichever they came', () => {
    expect(
      names(withAll(pageOf('c', 1, 3), pageOf('d', 1, 4), pageOf('e', 1, 5), pageOf('b', 1, 2), pageOf('a', 1, 1))),
    ).toBe('abcde');
  });

  it('of one start stay as they were given', () => {
    expect(names(withAll(pageOf('b', 1, 1), pageOf('a', 1, 1)))).toBe('ba');
  });

  it('go after what was there, and never between it', () => {
    expect(names(withAll(pageOf('x'), pageOf('y', 1, 9), pageOf('b', 2, 2), pageOf('a', 2, 1)))).toBe('xyab');
  });

  it('follow at the end where the user has ordered them by hand', () => {
    const given = withAll(pageOf('b', 1, 2), pageOf('c', 1, 3), pageOf('d', 1, 4));
    const byHand = changePages(given, { kind: 'moved', ids: new Set(['d']), beside: 'b', where: 'before' });
    expect(names(add(byHand, pageOf('a', 1, 1)))).toBe('dbca');
  });

  it('leave by undo what was last put in', () => {
    const given = withAll(pageOf('b', 1, 2), pageOf('a', 1, 1));
    expect(names(changePages(given, { kind: 'undone' }))).toBe('b');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePages, neighbourOf, noPages, type Page, type Pages, type PagesAction, type Source } from './pages';

const source = (name: string): Source => ({ file: new Blob([]), name, pageCount: 1 });
const page = (id: string, of: Source = source(id)): Page => ({ id, source: of, sourcePage: 1, rotation: 0 });
const withPages = (...ids: string[]): Pages => ({ ...noPages, now: ids.map((id) => page(id)) });
const order = (pages: Pages): string => pages.now.map(({ id }) => id).join('');
const after = (pages: Pages, ...actions: PagesAction[]): Pages => actions.reduce(changePages, pages);
const ids = (text: string): Set<string> => new Set(text);

describe('the pages of a fax', () => {
  it('move before or after another page and keep their own order', () => {
    const pages = withPages(...Array.from('abcde'));
    expect(order(after(pages, { kind: 'moved', ids: ids('db'), beside: 'a', where: 'before' }))).toBe('bdace');
    expect(order(after(pages, { kind: 'moved', ids: ids('ab'), beside: 'e', where: 'after' }))).toBe('cdeab');
    expect(order(after(pages, { kind: 'moved', ids: ids('bc'), beside: 'b', where: 'after' }))).toBe('abcde');
  });

  it('shift by one place as a block, and stop at the edge', () => {
    const pages = withPages(...Array.from('abcd'));
    expect(order(after(pages, { kind: 'shifted', ids: ids('cd'), by: -1 }))).toBe('acdb');
    expect(order(after(pages, { kind: 'shifted', ids: ids('ac'), by: -1 }))).toBe('acbd');
    expect(order(after(pages, { kind: 'shifted', ids: ids('bc'), by: 1 }))).toBe('adbc');
  });

  it('turn clockwise and back, and four turns are none', () => {
    const once = after(withPages('a'), { kind: 'rotated', ids: ids('a'), by: -90 });
    expect(once.now[0]?.rotation).toBe(270);
    expect(after(once, { kind: 'rotated', ids: ids('a'), by: 90 }).now[0]?.rotation).toBe(0);
  });

  it('come back with undo and leave again with redo', () => {
    const removed = after(withPages(...Array.from('abc')), { kind: 'removed', ids: ids('b') });
    const undone = after(removed, { kind: 'undone' });
    expect(order(undone)).toBe('abc');
    expect(order(after(undone, { kind: 'redone' }))).toBe('ac');
  });

  it('added as one batch leave with one undo', () => {
    const add = (id: string, batch: string): PagesAction => ({ kind: 'added', pages: [page(id)], batch });
    const pages = after(noPages, add('a', '1'), add('b', '2'), add('c', '2'));
    expect(order(after(pages, { kind: 'undone' }))).toBe('a');
    expect(order(after(pages, { kind: 'undone' }, { kind: 'redone' }))).toBe('abc');
  });

  it('of an unusable file leave for good, other pages stay', () => {
    const bad = source('bad');
    const pages = after(
      noPages,
      { kind: 'added', pages: [page('a'), page('b', bad)], batch: '1' },
      { kind: 'removed', ids: ids('b') },
    );
    const discarded = after(pages, { kind: 'discarded', source: bad }, { kind: 'undone' });
    expect(order(discarded)).toBe('a');
  });

  it('hand the selection to the next page, or to the one before the last', () => {
    const { now } = withPages(...Array.from('abcd'));
    expect(neighbourOf(now, ids('bc'))).toBe('d');
    expect(neighbourOf(now, ids('cd'))).toBe('b');
    expect(neighbourOf(now, ids('abcd'))).toBeNull();
  });

  it('never change in number or kind by moving, and undo restores any change', () => {
    const letters = fc.constantFrom(...Array.from('abcdef'));
    const chosen = fc.uniqueArray(letters).map((list) => new Set(list));
    const action: fc.Arbitrary<PagesAction> = fc.oneof(
      fc.record({
        kind: fc.constant('moved' as const),
        ids: chosen,
        beside: letters,
        where: fc.constantFrom('before' as const, 'after' as const),
      }),
      fc.record({ kind: fc.constant('shifted' as const), ids: chosen, by: fc.constantFrom(-1 as const, 1 as const) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 8 }), (actions) => {
        const start = withPages(...Array.from('abcdef'));
        const end = after(start, ...actions);
        expect(order(end).split('').sort().join('')).toBe('abcdef');
        const back = after(end, ...end.past.map(() => ({ kind: 'undone' }) as const));
        expect(order(back)).toBe('abcdef');
      }),
    );
  });
});

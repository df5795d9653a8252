import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newestFirst } from '../../../app/history/question';
import { scratchFolder } from '../scratch-folder';
import { openRecords } from './open-records';
import { createSavedSearches } from './saved-searches';

function open() {
  const { database } = openRecords(join(scratchFolder(), 'records.sqlite'), 0);
  onTestFinished(() => database.close());
  const searches = createSavedSearches(database);
  for (const name of ['a', 'b', 'c']) searches.save({ id: name, name, question: { text: name }, sort: newestFirst });
  return { searches, names: () => searches.all().map(({ name }) => name) };
}

it('searches stay in the order they were saved, also when renamed', () => {
  const { searches, names } = open();
  searches.save({ id: 'b', name: 'Ağaç', question: { text: 'b' }, sort: newestFirst });
  expect(names()).toEqual(['a', 'Ağaç', 'c']);
  searches.remove('a');
  expect(names()).toEqual(['Ağaç', 'c']);
});

it('searches are put into another order with all that they ask', () => {
  const { searches, names } = open();
  searches.arrange(['c', 'a', 'b']);
  expect(names()).toEqual(['c', 'a', 'b']);
  expect(searches.all()[0]).toEqual({ id: 'c', name: 'c', question: { text: 'c' }, sort: newestFirst });
  searches.arrange(['b', 'gone']);
  expect(names()).toEqual(['b', 'c', 'a']);
  searches.save({ name: 'd', question: {}, sort: newestFirst });
  expect(names()).toEqual(['b', 'c', 'a', 'd']);
});

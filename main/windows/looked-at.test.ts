import { expect, it } from 'vitest';
import { createLookedAt } from './looked-at';

const document = new Uint8Array([1, 2, 3]);

it('a document is at its own address until it is left', () => {
  const lookedAt = createLookedAt();
  const [first, second] = [lookedAt.keep(document), lookedAt.keep(document)];
  expect(first).not.toBe(second);
  expect(lookedAt.at(first)).toBe(document);
  lookedAt.drop(first);
  expect(lookedAt.at(first)).toBeNull();
  expect(lookedAt.at(second)).toBe(document);
  lookedAt.dropAll();
  expect(lookedAt.at(second)).toBeNull();
});

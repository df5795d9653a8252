import { expect, it } from 'vitest';
import { isForFields, viewerKey } from './keys';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

it('keys are read alone and with Ctrl', () => {
  expect(viewerKey({ ...plain, key: 'r' })).toBe('rotateRight');
  expect(viewerKey({ ...plain, key: 'p' })).toBeNull();
  expect(viewerKey({ ...plain, key: 'p', ctrlKey: true })).toBe('print');
  expect(viewerKey({ ...plain, key: 's', metaKey: true })).toBe('save');
  expect(viewerKey({ ...plain, key: 's', ctrlKey: true, altKey: true })).toBeNull();
});

it('in a field only what changes no text is meant', () => {
  expect((['print', 'save'] as const).every(isForFields)).toBe(true);
  expect((['copy', 'rotateRight', 'close', 'zoomIn'] as const).some(isForFields)).toBe(false);
});

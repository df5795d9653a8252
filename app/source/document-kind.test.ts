import { expect, it } from 'vitest';
import { documentKind } from './document-kind';

const kindOf = (text: string, name = 'dosya'): string => documentKind(new TextEncoder().encode(text), name);

it('a document’s kind is told by its bytes, not by its name', () => {
  expect(kindOf('%PDF-1.7', 'a.txt')).toBe('pdf');
  expect(kindOf(`${'\n'.repeat(1000)}%PDF-1.7`)).toBe('pdf');
  expect(kindOf(`${'\n'.repeat(2000)}%PDF-1.7`)).toBe('image');
  expect(kindOf('II*\0\x08\0\0\0', 'a.pdf')).toBe('tiff');
  expect(kindOf('MM\0*\0\0\0\x08')).toBe('tiff');
  expect(kindOf('Merhaba', 'a.TXT')).toBe('text');
  expect(kindOf('Merhaba', 'a.png')).toBe('image');
});

it.each([
  '<svg>',
  '\n<svg xmlns="http://www.w3.org/2000/svg">',
  '\uFEFF<?xml version="1.0"?>\n<!-- Çizim -->\n<svg\n>',
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd" [ <!ENTITY a "b"> ]><!-- <html> --><svg>',
])('an SVG is known by its root element: %s', (text) => {
  expect(kindOf(text, 'a.png')).toBe('svg');
});

it.each(['<html><svg>', '<!-- <svg> -->', '<svgs>', ''])('what only holds an SVG is none: %s', (text) => {
  expect(kindOf(text, 'a.svg')).toBe('image');
});

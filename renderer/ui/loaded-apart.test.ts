import { createElement, Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { loadedApart } from './loaded-apart';

const Greeting = ({ name }: { name: string }) => `Hello, ${name}`;

function drawn(Part: ReturnType<typeof loadedApart<{ name: string }>>): string {
  return renderToString(createElement(Suspense, { fallback: 'one moment' }, createElement(Part, { name: 'Ayşe' })));
}

describe('a part of the interface that is loaded apart', () => {
  it('is drawn at once where it was preloaded, and waited for elsewhere', async () => {
    const module = Promise.resolve({ default: Greeting });
    const part = loadedApart(() => module);
    expect(drawn(part)).toContain('one moment');
    void part.preload();
    await module;
    await Promise.resolve();
    expect(drawn(part)).toContain('Hello, Ayşe');
  });
});

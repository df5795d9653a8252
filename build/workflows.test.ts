import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandNames } from '../main/cli/command-words';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, '.github/workflows');

describe.each(readdirSync(folder))('the workflow %s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');

  it('runs no action that somebody could exchange', () => {
    const used = [...text.matchAll(/uses: *(\S+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[\da-f]{40}$/);
  });

  it('may read, and keeps no credentials in the checkout', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
    const checkouts = text.match(/actions\/checkout@/g)?.length;
    expect(text.match(/persist-credentials: false/g)?.length).toBe(checkouts);
  });
});

it('the launcher of Linux knows every command, whatever lies in the folder', () => {
  const launcher = readFileSync(join(root, 'build/linux/faksla'), 'utf8');
  const [, words = ''] = /^ +(render .*)\) return 0/m.exec(launcher) ?? [];
  expect(words.split(' | ')).toEqual(expect.arrayContaining([...commandNames]));
});

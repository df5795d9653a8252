import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Opening } from './collector';
import { takeLeftWords } from './left-words';
import { openingsFolder } from './opening-words';
import { startInStat } from './process-start';

vi.mock('electron', () => ({ app: {} }));

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'faksla-openings-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const stat = readFileSync('/proc/self/stat', 'utf8').trimEnd();

function leave(name: string, ...words: string[]): string {
  const path = join(openingsFolder(home), name);
  writeFileSync(path, words.map((word) => `${word}\0`).join(''));
  return path;
}

function taking(): { got: Opening[]; end: () => void } {
  const got: Opening[] = [];
  return { got, end: takeLeftWords(home, (opening) => got.push(opening)) };
}

describe.runIf(process.platform === 'linux')('what the launcher leaves', () => {
  it('is taken whether it came before the program listened or after, once', async () => {
    leave('a.words', stat, '/home/ayşe', 'İş 1.pdf', '--demo', '/tmp/two\nlines.png', 'fax:1', '--', '--x.pdf');
    const { got, end } = taking();
    const first = {
      files: ['/home/ayşe/İş 1.pdf', '/tmp/two\nlines.png', '/home/ayşe/--x.pdf'],
      links: ['fax:1'],
      startedAt: startInStat(stat),
    };
    expect(got).toEqual([first]);
    leave('b.words', stat, '/', 'b.pdf');
    await expect.poll(() => got.at(-1)?.files).toEqual(['/b.pdf']);
    expect(readdirSync(openingsFolder(home))).toEqual(['reader']);
    end();
  });

  it('is left only while somebody says that it is read', () => {
    const { end } = taking();
    expect(readlinkSync(join(openingsFolder(home), 'reader'))).toBe(String(process.pid));
    end();
    expect(readdirSync(openingsFolder(home))).toEqual([]);
  });

  it('is nothing where it is half, of another kind, or of a start that is long over', () => {
    leave('half.words', stat);
    leave('other.json', '{}');
    leave('growing', stat, '/', 'a.pdf');
    utimesSync(leave('old.words', stat, '/', 'a.pdf'), 0, 0);
    const { got, end } = taking();
    expect(got).toEqual([]);
    end();
    expect(readdirSync(openingsFolder(home)).sort()).toEqual(['growing', 'other.json']);
  });
});

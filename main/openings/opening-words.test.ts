import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  isTooLongToHandOver,
  keepOpening,
  readOpening,
  takeOpening,
  takeOpenings,
  writeOpening,
} from './opening-words';

vi.mock('electron', () => ({ app: {} }));

const opening = {
  files: ['/tmp/Ağaç dosyaları/İş 1.pdf', '\\\\sunucu\\Ortak\\ek.png'],
  links: ['fax:1'],
  startedAt: 1.5,
};

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'faksla-openings-'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('what a second start hands over', () => {
  it('is plain ASCII, and read back as it was', () => {
    expect(writeOpening(opening)).toMatch(/^[\x20-\x7e]+$/);
    expect(readOpening(writeOpening(opening))).toEqual(opening);
  });

  it.each([null, undefined, '', '{', '[]', '{"files":[1],"links":[],"startedAt":null}'])('is none: %s', (line) => {
    expect(readOpening(line)).toBeNull();
  });

  it('goes by a file where it is long, once', () => {
    const long = { ...opening, files: Array.from({ length: 200 }, (_, n) => `/home/ayşe/Şikâyet dosyaları/${n}.png`) };
    expect(isTooLongToHandOver(['faksla', ...opening.files], opening)).toBe(false);
    expect(isTooLongToHandOver(['faksla', ...long.files, ...long.files], long)).toBe(true);
    const word = keepOpening(home, long);
    expect(takeOpening(home, ['--demo', word])).toEqual(long);
    expect(takeOpening(home, [word])).toBeNull();
    expect(readdirSync(join(home, 'openings'))).toEqual([]);
  });

  it('is taken once, by whichever start is heard of first', () => {
    keepOpening(home, opening);
    keepOpening(home, { ...opening, startedAt: 2 });
    const stale = keepOpening(home, opening).slice('--opening='.length);
    utimesSync(join(home, 'openings', `${stale}.json`), 0, 0);
    expect(
      takeOpenings(home)
        .map(({ startedAt }) => startedAt)
        .sort(),
    ).toEqual([1.5, 2]);
    expect(takeOpenings(home)).toEqual([]);
  });

  it('reads no file but its own', () => {
    expect(takeOpening(home, ['--opening=../../etc/passwd'])).toBeNull();
    expect(takeOpening(home, ['a.png'])).toBeNull();
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Script {
  readonly readChangelog: (text: string) => { version: string; date: string | null; notes: string }[];
  readonly releaseNotes: (tag: string, packageVersion: string, changelog: string) => string;
}
const script = resolve(import.meta.dirname, 'changelog.mjs');
const { readChangelog, releaseNotes } = (await import(script)) as Script;

const changelog = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-30

### Added

- Faks

## [1.1.0]

- Eski

## [1.0.0] - 2026-01-01
`;

describe('the notes of a release', () => {
  it('are the changelog’s section of the version that tag and package name', () => {
    expect(releaseNotes('v1.2.0', '1.2.0', changelog)).toBe('### Added\n\n- Faks\n');
  });

  it.each([
    ['v1.2.1', '1.2.0', 'package.json says 1.2.0'],
    ['v1.3.0', '1.3.0', 'no section [1.3.0]'],
    ['v1.1.0', '1.1.0', 'has no date'],
    ['v1.0.0', '1.0.0', 'is empty'],
  ])('are refused for %s of %s', (tag, version, why) => {
    expect(() => releaseNotes(tag, version, changelog)).toThrow(why);
  });

  it('can be read from our own changelog', () => {
    const [first] = readChangelog(readFileSync(resolve(import.meta.dirname, '../CHANGELOG.md'), 'utf8'));
    expect(first?.version).toBe('Unreleased');
    expect(first?.notes).toContain('- ');
  });
});

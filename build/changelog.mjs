import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseJson } from './setup/json.mjs';

/**
 * One version of the changelog.
 *
 * @typedef {{ version: string, date: string | null, notes: string }} Release
 */

/**
 * The versions in `text`, newest first (Keep a Changelog); what is not released yet has the version `Unreleased`.
 *
 * @param {string} text
 * @returns {Release[]}
 */
export function readChangelog(text) {
  const heading = /^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?[ \t]*$/gm;
  const found = [...text.matchAll(heading)];
  return found.map((match, index) => ({
    version: match[1] ?? '',
    date: match[2] ?? null,
    notes: text.slice(match.index + match[0].length, found[index + 1]?.index).trim(),
  }));
}

/**
 * The notes of the version a tag names. Throws a sentence where tag, package and changelog do not agree.
 *
 * @param {string} tag such as `v1.2.0`
 * @param {string} packageVersion
 * @param {string} changelog
 * @returns {string}
 */
export function releaseNotes(tag, packageVersion, changelog) {
  if (tag !== `v${packageVersion}`) throw new Error(`The tag is ${tag}, but package.json says ${packageVersion}.`);
  const release = readChangelog(changelog).find(({ version }) => version === packageVersion);
  if (release === undefined) throw new Error(`CHANGELOG.md has no section [${packageVersion}].`);
  if (release.date === null) throw new Error(`The section [${packageVersion}] of CHANGELOG.md has no date.`);
  if (release.notes === '') throw new Error(`The section [${packageVersion}] of CHANGELOG.md is empty.`);
  return `${release.notes}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(import.meta.dirname, '..');
  const read = (/** @type {string} */ name) => readFileSync(join(root, name), 'utf8');
  const { version } = /** @type {{ version: string }} */ (parseJson(read('package.json')));
  try {
    process.stdout.write(releaseNotes(process.argv[2] ?? '', version, read('CHANGELOG.md')));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

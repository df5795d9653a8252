import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** In memory where there is such a place: flushing to disk is what most of the time would go to. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An empty folder for the running test, gone after it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(place, 'faksla-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

import { existsSync, renameSync } from 'node:fs';

/** Renames a damaged file with what belongs to it, and answers its new name: it is never deleted or written to (D8). */
export function setAside(path: string, now: number): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const kept = `${path}.damaged-${stamp}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  return kept;
}

import { closeSync, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { isMissing } from '../storage/missing';

const zeros = new Uint8Array(256 * 1024);

/** Overwrites a file, then removes it, so that its blocks hold nothing of it where the disk writes in place. */
export function eraseFileNow(path: string): void {
  const file = openIfThere(path);
  if (file === null) return;
  try {
    const { size } = fstatSync(file);
    for (let at = 0; at < size; at += zeros.length) writeSync(file, zeros, 0, Math.min(zeros.length, size - at), at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  rmSync(path, { force: true });
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

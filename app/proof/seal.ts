import type { Sha256 } from './sent-pages';

const blank = '0'.repeat(64);
const beforeDigest = '%Faksla-seal sha256 ';

/** A comment with room for the seal; it stands right before the file's last `startxref`. */
export const sealRoom = `${beforeDigest}${blank}\n`;

const sealShape = /%Faksla-seal sha256 ([0-9a-f]{64})\nstartxref\n[1-9]\d{0,9}\n%%EOF\n$/;
/** More than the seal and what follows it. */
const TAIL_BYTES = 160;

interface Seal {
  readonly digest: string;
  /** Where the digest's characters begin. */
  readonly at: number;
}

function findSeal(file: Uint8Array): Seal | null {
  const start = Math.max(0, file.length - TAIL_BYTES);
  const tail = String.fromCharCode(...file.subarray(start));
  const found = sealShape.exec(tail);
  return found?.[1] === undefined ? null : { digest: found[1], at: start + found.index + beforeDigest.length };
}

function digestOf(file: Uint8Array, { at }: Seal, sha256: Sha256): string {
  const rest = new Uint8Array(file.length - blank.length);
  rest.set(file.subarray(0, at));
  rest.set(file.subarray(at + blank.length), at);
  return sha256(rest);
}

/** Writes the digest of all the file's other bytes into the room left for it. The file must end with `sealRoom` and its `startxref`. */
export function seal(file: Uint8Array, sha256: Sha256): Uint8Array {
  const room = findSeal(file);
  if (room === null) throw new Error('The file has no room for a seal.');
  const sealed = file.slice();
  sealed.set(
    Uint8Array.from(digestOf(file, room, sha256), (character) => character.charCodeAt(0)),
    room.at,
  );
  return sealed;
}

/** `broken`: a byte of the file is not what was sealed. `none`: there is no seal at the file's end. */
export function checkSeal(file: Uint8Array, sha256: Sha256): 'whole' | 'broken' | 'none' {
  const found = findSeal(file);
  if (found === null) return 'none';
  return digestOf(file, found, sha256) === found.digest ? 'whole' : 'broken';
}

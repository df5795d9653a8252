import { rowBytes, type FaxBitmap } from '../bitmap';
import { BitWriter } from './bit-writer';
import { changesBuffer, findChanges } from './changes';
import { blackRuns, endOfLine, LONGEST_MAKE_UP, modes, whiteRuns, type CodeWord, type RunCodes } from './codes';

const at = <T>(list: readonly T[], index: number): T => list[index] as T;

/** One run as make-up and terminating codes (T.4 §4.1.1). */
function putRun(out: BitWriter, codes: RunCodes, run: number): void {
  let rest = run;
  while (rest >= LONGEST_MAKE_UP + 64) {
    out.put(at(codes.makeUp, LONGEST_MAKE_UP / 64 - 1));
    rest -= LONGEST_MAKE_UP;
  }
  if (rest >= 64) {
    out.put(at(codes.makeUp, (rest >> 6) - 1));
    rest &= 63;
  }
  out.put(at(codes.terminating, rest));
}

const verticalCode = (offset: number): CodeWord | undefined => modes.vertical[offset + 3];

/** Codes one line against the line above, both as changing elements (T.6 §2.2.4, Figure 7). */
function putLine(out: BitWriter, line: Int32Array, above: Int32Array, widthPels: number): void {
  let a0 = -1;
  let a = 0;
  let b = 0;
  while (a0 < widthPels) {
    while ((above[b] ?? widthPels) <= a0 && (above[b] ?? widthPels) < widthPels) b += 2;
    const a1 = line[a] ?? widthPels;
    const b1 = above[b] ?? widthPels;
    const b2 = above[b + 1] ?? widthPels;
    if (b2 < a1) {
      out.put(modes.pass);
      a0 = b2;
      b += 2;
      continue;
    }
    const vertical = verticalCode(a1 - b1);
    if (vertical !== undefined) {
      out.put(vertical);
      a0 = a1;
      a += 1;
      b = b > 0 ? b - 1 : b + 1;
      continue;
    }
    const a2 = line[a + 1] ?? widthPels;
    out.put(modes.horizontal);
    putRun(out, (a & 1) === 0 ? whiteRuns : blackRuns, a1 - Math.max(a0, 0));
    putRun(out, (a & 1) === 0 ? blackRuns : whiteRuns, a2 - a1);
    a0 = a2;
    a += 2;
  }
}

/** Codes a page by T.6 (Group 4), ending in the end-of-facsimile-block and filled to a byte. */
export function encodeT6(bitmap: FaxBitmap): Uint8Array {
  const { widthPels, scanLines, rows } = bitmap;
  const stride = rowBytes(widthPels);
  const out = new BitWriter(rows.length >> 2);
  let above = changesBuffer(widthPels);
  let line = changesBuffer(widthPels);
  for (let y = 0; y < scanLines; y++) {
    findChanges(rows, y * stride, widthPels, line);
    putLine(out, line, above, widthPels);
    [above, line] = [line, above];
  }
  out.put(endOfLine);
  out.put(endOfLine);
  return out.finish();
}

/*
 * Streams of a PDF found by what they contain (ISO 32000-1 §7.3.8). PDFium tells a picture's stream, but not all of its dictionary.
 */

import { Bytes } from './bytes';

/** Where a stream's contents begin. */
interface Start {
  readonly piece: number;
  readonly at: number;
}

const KEYWORD = 'stream';
const FIRST = KEYWORD.charCodeAt(0);
const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];
/** Longer ones are not read. */
const LONGEST_DICTIONARY = 2048;

function startsIn(all: Uint8Array, piece: number): Start[] {
  const bytes = new Bytes(all);
  const starts: Start[] = [];
  for (let at = all.indexOf(FIRST); at >= 0; at = all.indexOf(FIRST, at + 1)) {
    const end = at + KEYWORD.length;
    const feed = bytes.u8(end) === CARRIAGE_RETURN ? end + 1 : end;
    if (bytes.u8(feed) === LINE_FEED && bytes.says(at, KEYWORD)) starts.push({ piece, at: feed + 1 });
  }
  return starts;
}

/** Compares from the end: scans of one scanner begin alike. */
function isAt(bytes: Uint8Array, at: number, contents: Uint8Array): boolean {
  if (contents.length === 0 || at + contents.length > bytes.length) return false;
  for (let i = contents.length - 1; i >= 0; i--) if (bytes[at + i] !== contents[i]) return false;
  return true;
}

/** The text between `obj` and a stream's contents. */
function dictionaryBefore(bytes: Uint8Array, at: number): string | null {
  const before = String.fromCharCode(...bytes.subarray(Math.max(0, at - LONGEST_DICTIONARY), at));
  const from = before.lastIndexOf('obj');
  return from < 0 ? null : before.slice(from);
}

/**
 * Tells the dictionary of the stream that contains just these bytes; `null` where there is none. `pieces`: what is known of the PDF, the same each
 * time, wherever it lies. Streams that are encrypted are not found.
 */
export function dictionaryFinder(pieces: () => readonly Uint8Array[]): (contents: Uint8Array) => string | null {
  let starts: Start[] | null = null;
  return (contents) => {
    const known = pieces();
    starts ??= known.flatMap(startsIn);
    for (const { piece, at } of starts) {
      const bytes = known[piece];
      if (bytes !== undefined && isAt(bytes, at, contents)) return dictionaryBefore(bytes, at);
    }
    return null;
  };
}

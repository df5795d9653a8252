/**
 * Whether a file can be read as a text: no text but UTF-16, which says so at its beginning, has bytes that are 0, and an
 * Excel workbook has many.
 */
export const isText = (bytes: Uint8Array): boolean =>
  utf16Of(bytes) !== null || !bytes.subarray(0, lookedAtBytes).includes(0);

const lookedAtBytes = 100_000;

/** As its mark says; `null` where there is none. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * The text of a file that may be UTF-8 or UTF-16, with or without its mark, or, where it is no UTF-8, what Turkish
 * Windows writes (Windows-1254).
 */
export function readText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1254').decode(bytes);
  }
}

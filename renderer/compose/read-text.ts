/**
 * Whether a file can be read as a text: no text but UTF-16, which says so at its beginning, has bytes that are 0, and an
 * Excel workbook has many.
 */
export const isText = (bytes: Uint8Array): boolean => isUtf16(bytes) || !bytes.subarray(0, lookedAtBytes).includes(0);

const lookedAtBytes = 100_000;

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/**
 * The text of a file that may be UTF-8 or UTF-16, with or without its mark, or, where it is no UTF-8, what Turkish
 * Windows writes (Windows-1254).
 */
export function readText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1254').decode(bytes);
  }
}

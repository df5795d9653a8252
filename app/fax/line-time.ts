/** The speed most fax machines agree on: V.17 and V.29's common top (T.30). */
export const LINE_BITS_PER_SECOND = 14_400;

/** What error correction (T.30 Annex A) adds to each byte: HDLC flags, addresses, checks. */
const FRAMING = 1.07;

/** An error-correction block, T.30 Annex A: 256 frames of 256 bytes; the machines pause and answer after each. */
const BLOCK_BYTES = 65_536;
const BLOCK_TURNAROUND_SECONDS = 4;

/** Dialling, answering, training and goodbye around a call's pages. */
const CALL_SETUP_SECONDS = { least: 15, most: 20 } as const;

/** Seconds one page of so many T.6 bytes takes on the line at 14,400 bit/s. */
export const lineSeconds = (t6Bytes: number): number =>
  ((t6Bytes * 8) / LINE_BITS_PER_SECOND) * FRAMING + Math.ceil(t6Bytes / BLOCK_BYTES) * BLOCK_TURNAROUND_SECONDS;

/** How long a whole call takes, at least and at most, for pages of so many T.6 bytes each. */
export function callSeconds(pagesT6Bytes: readonly number[]): { least: number; most: number } {
  const pages = pagesT6Bytes.reduce((sum, t6Bytes) => sum + lineSeconds(t6Bytes), 0);
  return { least: pages + CALL_SETUP_SECONDS.least, most: pages + CALL_SETUP_SECONDS.most };
}

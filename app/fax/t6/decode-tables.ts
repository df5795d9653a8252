import { blackRuns, modes, whiteRuns, type CodeWord, type RunCodes } from './codes';

/** Bits looked at to tell a run code, the length of the longest. */
export const RUN_LOOKUP_BITS = 13;
/** Bits looked at to tell a coding mode, the length of the longest. */
export const MODE_LOOKUP_BITS = 7;

/** Table values of the modes that are not vertical; a vertical one is its offset + 3, 0 to 6. */
export const PASS = 7;
export const HORIZONTAL = 8;

/**
 * For every pattern of so many bits: `value × 16 + length` of the code word it begins with, or 0 where none does
 * (no code word is 0 bits long).
 */
export type LookupTable = Uint16Array;

function enter(table: LookupTable, tableBits: number, code: CodeWord, value: number): void {
  const free = tableBits - code.length;
  const first = code.bits << free;
  table.fill(value * 16 + code.length, first, first + (1 << free));
}

function runTable(codes: RunCodes): LookupTable {
  const table = new Uint16Array(1 << RUN_LOOKUP_BITS);
  codes.terminating.forEach((code, run) => enter(table, RUN_LOOKUP_BITS, code, run));
  codes.makeUp.forEach((code, index) => enter(table, RUN_LOOKUP_BITS, code, 64 * (index + 1)));
  return table;
}

function modeTable(): LookupTable {
  const table = new Uint16Array(1 << MODE_LOOKUP_BITS);
  enter(table, MODE_LOOKUP_BITS, modes.pass, PASS);
  enter(table, MODE_LOOKUP_BITS, modes.horizontal, HORIZONTAL);
  modes.vertical.forEach((code, index) => enter(table, MODE_LOOKUP_BITS, code, index));
  return table;
}

export interface DecodeTables {
  readonly white: LookupTable;
  readonly black: LookupTable;
  readonly mode: LookupTable;
}

/** Takes about a tenth of a millisecond: made for each decoding rather than at start. */
export const decodeTables = (): DecodeTables => ({
  white: runTable(whiteRuns),
  black: runTable(blackRuns),
  mode: modeTable(),
});

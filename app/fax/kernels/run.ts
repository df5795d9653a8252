/**
 * Runs a call on these inputs: `makes` bytes that are kept for what it makes, and `rooms` only for the while. `null` where there is no room for them all.
 */
export type Run = (
  inputs: readonly ArrayBufferView[],
  makes: number,
  rooms: readonly number[],
  call: (inputs: readonly number[], made: number, rooms: readonly number[]) => void,
) => Uint8Array | null;

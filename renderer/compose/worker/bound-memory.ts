const PAGE_BYTES = 65_536;

/** The part of a `WebAssembly.Memory` that is bounded. */
export interface GrowingMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/**
 * Lets a memory grow no further than to so many bytes when it is asked by script, as Emscripten's programs do: it answers as where the machine has no more. Their
 * own most, 2 GB and above, is set while they are compiled.
 *
 * @returns whether, since it was asked last, the memory was refused room that was not given later, either: programs that ask for
 * much go on asking for less.
 */
export function boundMemory(memory: GrowingMemory, mostBytes: number): () => boolean {
  const grow = memory.grow.bind(memory);
  let wasRefused = false;
  memory.grow = (pages) => {
    wasRefused = memory.buffer.byteLength + pages * PAGE_BYTES > mostBytes;
    if (wasRefused) throw new RangeError('No more memory is given.');
    return grow(pages);
  };
  return () => {
    const wasSo = wasRefused;
    wasRefused = false;
    return wasSo;
  };
}

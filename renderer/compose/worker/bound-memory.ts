const PAGE_BYTES = 65_536;

/** The part of a `WebAssembly.Memory` that is bounded. */
export interface GrowingMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/**
 * Lets a memory grow no further than to so many bytes when it is asked by script, as Emscripten's programs do: it answers as where the machine has no more. Their
 * own most, 2 GB and above, is set while they are compiled.
 */
export function boundMemory(memory: GrowingMemory, mostBytes: number): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * PAGE_BYTES > mostBytes) throw new RangeError('No more memory is given.');
    return grow(pages);
  };
}

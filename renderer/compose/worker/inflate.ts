/** Undoes zlib's deflate, at most `size` bytes: a bomb is not inflated further. Rejects where the bytes are damaged. */
export async function inflate(bytes: Uint8Array, size: number): Promise<Uint8Array> {
  const into = new Uint8Array(size);
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  let at = 0;
  while (at < size) {
    const { value, done } = await reader.read();
    if (done) return into.subarray(0, at);
    const part = value.subarray(0, size - at);
    into.set(part, at);
    at += part.length;
  }
  await reader.cancel().catch(() => undefined);
  return into;
}

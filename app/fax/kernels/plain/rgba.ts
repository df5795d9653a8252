const OPAQUE = 0xff000000;

/** See `Kernels.rgba`. */
export function rgba(grey: Uint8Array): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(grey.length);
  for (let i = 0; i < words.length; i += 1) words[i] = OPAQUE | ((grey[i] ?? 0) * 0x010101);
  return new Uint8Array(words.buffer);
}

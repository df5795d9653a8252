import type { FetchBody } from './fetch';

/** The body is larger than the caller takes. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
  constructor(readonly limitBytes: number) {
    super(`The body is larger than ${limitBytes} bytes.`);
  }
}

/** Reads a body whole; `BodyTooLargeError`, and the connection given up, past `limitBytes`. */
export async function readBytes(
  body: FetchBody | null,
  limitBytes: number,
  onChunk?: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (value !== undefined) {
      length += value.length;
      chunks.push(value);
      onChunk?.();
    }
    if (length > limitBytes) {
      await reader?.cancel();
      throw new BodyTooLargeError(limitBytes);
    }
    if (done) return joined(chunks, length);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

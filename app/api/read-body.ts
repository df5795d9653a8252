import { joined } from '../joined';
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
  const chunks: Uint8Array[] = [];
  const keep = (chunk: Uint8Array): Promise<void> => {
    chunks.push(chunk);
    return Promise.resolve();
  };
  await passBytes(body, limitBytes, keep, onChunk);
  return joined(chunks);
}

/** Passes a body on piece by piece; past `limitBytes` as `readBytes`. */
export async function passBytes(
  body: FetchBody | null,
  limitBytes: number,
  sink: (chunk: Uint8Array) => Promise<void>,
  onChunk?: () => void,
): Promise<void> {
  const reader = body?.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    length += value?.length ?? 0;
    if (length > limitBytes) {
      await reader?.cancel();
      throw new BodyTooLargeError(limitBytes);
    }
    if (value !== undefined) {
      onChunk?.();
      await sink(value).catch(async (error: unknown) => {
        await reader?.cancel();
        throw error;
      });
    }
    if (done) return;
  }
}

import type { ApiClient } from '../client';

/** Downloads a document into memory. */
export async function wholeDocument(client: Pick<ApiClient, 'downloadDocument'>, callUuid: string) {
  let chunks: Uint8Array[] = [];
  const { type } = await client.downloadDocument(callUuid, {
    begin: () => Promise.resolve(void (chunks = [])),
    write: (chunk) => Promise.resolve(void chunks.push(chunk)),
  });
  return { type, bytes: Uint8Array.from(chunks.flatMap((chunk) => [...chunk])) };
}

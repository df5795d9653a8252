import { describe, expect, it } from 'vitest';
import { DocumentLostError } from './document-spool';
import { shareDocuments } from './shared-documents';

function spool() {
  const reads: string[] = [];
  const read = (sha256: string): Promise<Uint8Array> => {
    reads.push(sha256);
    return sha256 === 'lost' ? Promise.reject(new DocumentLostError()) : Promise.resolve(new Uint8Array([1]));
  };
  return {
    reads,
    documents: shareDocuments({
      save: () => Promise.resolve('sha'),
      keep: () => Promise.resolve(),
      has: () => true,
      read,
    }),
  };
}

describe('documents that are shared', () => {
  it('are read once for all who have them at the same time', async () => {
    const { reads, documents } = spool();
    const [first, second] = await Promise.all([documents.read('a'), documents.read('a')]);
    const third = await documents.read('a');
    expect([second, third].every((pdf) => pdf === first)).toBe(true);
    await documents.read('b');
    expect(reads).toEqual(['a', 'b']);
  });

  it('are looked for again where they could not be read', async () => {
    const { reads, documents } = spool();
    await expect(documents.read('lost')).rejects.toThrow(DocumentLostError);
    await expect(documents.read('lost')).rejects.toThrow(DocumentLostError);
    expect(reads).toEqual(['lost', 'lost']);
  });
});

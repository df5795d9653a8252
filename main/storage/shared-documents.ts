import type { DocumentSpool } from './document-spool';

/** Documents read while someone else still has them are the same bytes in memory: one fax to many is read once. */
export function shareDocuments(documents: DocumentSpool): DocumentSpool {
  const inUse = new Map<string, WeakRef<Uint8Array>>();
  const reading = new Map<string, Promise<Uint8Array>>();
  const read = async (sha256: string): Promise<Uint8Array> => {
    const pdf = await documents.read(sha256).finally(() => reading.delete(sha256));
    for (const [each, reference] of inUse) if (reference.deref() === undefined) inUse.delete(each);
    inUse.set(sha256, new WeakRef(pdf));
    return pdf;
  };
  return {
    ...documents,
    read: (sha256) => {
      const known = inUse.get(sha256)?.deref();
      if (known !== undefined) return Promise.resolve(known);
      const promise = reading.get(sha256) ?? read(sha256);
      reading.set(sha256, promise);
      return promise;
    },
  };
}

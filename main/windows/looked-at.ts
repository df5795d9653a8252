/** The documents that are looked at, each at an address of the page's own origin that nobody can guess. */
export interface LookedAt {
  /** Answers the address, as the path of a URL. */
  keep(bytes: Uint8Array): string;
  at(address: string): Uint8Array | null;
  drop(address: string): void;
  /** The page is gone, and whoever looked. */
  dropAll(): void;
}

export function createLookedAt(): LookedAt {
  const kept = new Map<string, Uint8Array>();
  return {
    keep(bytes) {
      const address = `/documents/${crypto.randomUUID()}`;
      kept.set(address, bytes);
      return address;
    },
    at: (address) => kept.get(address) ?? null,
    drop: (address) => void kept.delete(address),
    dropAll: () => kept.clear(),
  };
}

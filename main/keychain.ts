/** The part of keytar we use; a plain fake serves in tests. */
export interface KeychainPort {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** There is no keychain on this machine, or it refuses. The cause's text is the keychain's own. */
export class KeychainUnavailableError extends Error {
  override readonly name = 'KeychainUnavailableError';
  constructor(cause: unknown) {
    super('The keychain of this computer can’t be used.', { cause });
  }
}

export interface Keychain {
  /** Throws `KeychainUnavailableError`, as the others do. */
  read(): Promise<string | null>;
  keep(key: string): Promise<void>;
  /** Whether there was one. */
  remove(): Promise<boolean>;
}

const SERVICE = 'Faksla';

/** The API key of one exchange (`host`) in the keychain of the operating system. */
export function openKeychain(host: string, load: () => Promise<KeychainPort> = loadKeytar): Keychain {
  const use = async <T>(action: (port: KeychainPort) => Promise<T>): Promise<T> => {
    try {
      return await action(await load());
    } catch (cause) {
      throw new KeychainUnavailableError(cause);
    }
  };
  return {
    read: () => use((port) => port.getPassword(SERVICE, host)),
    keep: (key) => use((port) => port.setPassword(SERVICE, host, key)),
    remove: () => use((port) => port.deletePassword(SERVICE, host)),
  };
}

async function loadKeytar(): Promise<KeychainPort> {
  const loaded = await import('keytar');
  return loaded.default;
}

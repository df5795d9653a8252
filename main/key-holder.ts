import type { KeyStatus } from '../app/contract';
import { type Keychain, KeychainUnavailableError } from './keychain';

/** The API key in use, in the main process and nowhere else. */
export interface KeyHolder {
  key(): Promise<string | null>;
  status(): Promise<KeyStatus>;
  /** Throws `KeychainUnavailableError` where the keychain refuses; the key in use is then unchanged. */
  keep(key: string, where: 'keychain' | 'session'): Promise<void>;
  forget(): Promise<void>;
}

/** A key given for this process (`FAKSLA_API_KEY`) comes before one kept for the session, and that before the keychain. */
export function createKeyHolder(keychain: Keychain, given: string | undefined): KeyHolder {
  let session: string | null = null;
  let kept: Promise<string | null> | null = null;

  const readOnce = (): Promise<string | null> => {
    kept ??= keychain.read();
    return kept;
  };
  const readOrNull = async (): Promise<string | null> => {
    try {
      return await readOnce();
    } catch (error) {
      kept = null;
      if (error instanceof KeychainUnavailableError) return null;
      throw error;
    }
  };

  return {
    key: async () => given ?? session ?? (await readOrNull()),
    async status() {
      const fromKeychain = await readOrNull();
      const keychainAvailable = kept !== null;
      if (given !== undefined) return { kept: 'environment', keychainAvailable };
      if (session !== null) return { kept: 'session', keychainAvailable };
      return { kept: fromKeychain === null ? 'none' : 'keychain', keychainAvailable };
    },
    async keep(key, where) {
      if (where === 'keychain') await keychain.keep(key);
      session = where === 'session' ? key : null;
      kept = null;
    },
    async forget() {
      session = null;
      const stored = await readOrNull();
      if (stored !== null) await keychain.remove();
      kept = null;
    },
  };
}

import { describe, expect, it } from 'vitest';
import { createKeyHolder } from './key-holder';
import { type KeychainPort, openKeychain } from './keychain';

class FakeKeychain implements KeychainPort {
  readonly kept = new Map<string, string>();
  getPassword(service: string, account: string) {
    return Promise.resolve(this.kept.get(`${service}/${account}`) ?? null);
  }
  setPassword(service: string, account: string, password: string) {
    this.kept.set(`${service}/${account}`, password);
    return Promise.resolve();
  }
  deletePassword(service: string, account: string) {
    return Promise.resolve(this.kept.delete(`${service}/${account}`));
  }
}

const working = (port = new FakeKeychain()) => openKeychain('exchange.example', () => Promise.resolve(port));
const missing = () => openKeychain('exchange.example', () => Promise.reject(new Error('no D-Bus')));

describe('the key', () => {
  it('is read from the keychain of its exchange', async () => {
    const port = new FakeKeychain();
    await createKeyHolder(working(port), undefined).keep('secret', 'keychain');
    expect([...port.kept]).toEqual([['Faksla/exchange.example', 'secret']]);
    expect(await createKeyHolder(working(port), undefined).key()).toBe('secret');
  });

  it('given in the environment comes first and is kept nowhere', async () => {
    const port = new FakeKeychain();
    const holder = createKeyHolder(working(port), 'given');
    expect(await holder.key()).toBe('given');
    expect(await holder.status()).toEqual({ kept: 'environment', keychainAvailable: true });
    expect(port.kept.size).toBe(0);
  });

  it('can be kept for the session only, where there is no keychain', async () => {
    const holder = createKeyHolder(missing(), undefined);
    expect(await holder.status()).toEqual({ kept: 'none', keychainAvailable: false });
    await holder.keep('secret', 'session');
    expect(await holder.key()).toBe('secret');
    expect((await holder.status()).kept).toBe('session');
  });

  it('stays what it was when the keychain refuses a new one', async () => {
    const holder = createKeyHolder(missing(), undefined);
    await holder.keep('old', 'session');
    await expect(holder.keep('new', 'keychain')).rejects.toThrow('keychain');
    expect(await holder.key()).toBe('old');
  });

  it('is gone once forgotten', async () => {
    const port = new FakeKeychain();
    const holder = createKeyHolder(working(port), undefined);
    await holder.keep('secret', 'keychain');
    await holder.forget();
    expect(await holder.key()).toBeNull();
    expect(port.kept.size).toBe(0);
  });

  it('is looked for again after the keychain was locked', async () => {
    const port = new FakeKeychain();
    await port.setPassword('Faksla', 'exchange.example', 'secret');
    let locked = true;
    const keychain = openKeychain('exchange.example', () =>
      locked ? Promise.reject(new Error('locked')) : Promise.resolve(port),
    );
    const holder = createKeyHolder(keychain, undefined);
    expect(await holder.key()).toBeNull();
    locked = false;
    expect(await holder.key()).toBe('secret');
  });
});

import { describe, expect, it } from 'vitest';
import type { Bridge, CallName, EventName } from '../app/contract';
import { type Piece, PIECE_BYTES, Pieces } from '../app/pieces';
import { BrokenContractError, createClient } from './bridge';

class FakeTransport implements Bridge {
  readonly asked: [CallName, unknown][] = [];
  passed = 0;
  readonly pieces = new Pieces(() => undefined);
  readonly listeners = new Map<EventName, (payload: unknown) => void>();
  constructor(readonly answer?: unknown) {}
  async invoke(name: CallName, input: unknown): Promise<unknown> {
    this.asked.push([name, await this.pieces.joined(input)]);
    return this.answer;
  }
  readonly pass = (piece: Piece): void => {
    this.passed += 1;
    this.pieces.add(structuredClone(piece));
  };
  on(name: EventName, listener: (payload: unknown) => void): () => void {
    this.listeners.set(name, listener);
    return () => void this.listeners.delete(name);
  }
}

describe('the bridge', () => {
  it('passes the input on and gives the parsed answer back', async () => {
    const transport = new FakeTransport({ kept: 'keychain', keychainAvailable: true, more: 1 });
    expect(await createClient(transport).call('account.choose', 'demo')).toEqual({
      kept: 'keychain',
      keychainAvailable: true,
    });
    expect(transport.asked).toEqual([['account.choose', 'demo']]);
  });

  it('passes long arrays beside the call they belong to', async () => {
    const transport = new FakeTransport({ token: 'a' });
    const input = { token: null, bytes: new Uint8Array(PIECE_BYTES + 1).fill(7) };
    await createClient(transport, transport.pass).call('draft.keepBytes', input);
    expect(transport.asked).toEqual([['draft.keepBytes', input]]);
    expect(transport.passed).toBe(2);
  });

  it('refuses an answer that is not of the contract’s shape', async () => {
    const client = createClient(new FakeTransport({ kept: 'nowhere' }));
    await expect(client.call('key.status')).rejects.toBeInstanceOf(BrokenContractError);
  });

  it('parses events and stops when told to', () => {
    const transport = new FakeTransport();
    const heard: string[] = [];
    const stop = createClient(transport).on('menuCommand', (command) => heard.push(command));
    transport.listeners.get('menuCommand')?.('undo');
    expect(() => transport.listeners.get('menuCommand')?.('explode')).toThrow(BrokenContractError);
    stop();
    expect(heard).toEqual(['undo']);
    expect(transport.listeners.size).toBe(0);
  });
});

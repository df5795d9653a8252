import {
  type Bridge,
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  type EventName,
  type EventPayload,
  events,
} from '../app/contract';
import { createPassing, type Piece } from '../app/pieces';
import { openPiecesPort } from './pieces-port';

declare global {
  interface Window {
    readonly faksla: Bridge;
  }
}

type Input<N extends CallName> = undefined extends CallInput<N> ? [] : [input: CallInput<N>];

/** What the interface asks of the main process: the contract, typed and parsed. */
export interface Client {
  call<N extends CallName>(name: N, ...input: Input<N>): Promise<CallOutput<N>>;
  /** Calls `listener` at every such event until the returned function is called. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
}

/** An answer or event that is not of the contract's shape: a bug in main. The value is left out, it may be private. */
export class BrokenContractError extends Error {
  override readonly name = 'BrokenContractError';
  constructor(about: CallName | EventName, cause: unknown) {
    super(`What came for “${about}” is not what the contract says.`, { cause });
  }
}

/** A client of the contract over the preload script's transport, and over `pass` for long arrays. */
export function createClient(transport: Bridge, pass: (piece: Piece) => void = openPiecesPort()): Client {
  const passing = createPassing(pass, () => crypto.randomUUID());
  return {
    async call(name, ...input) {
      return parsed(name, calls[name].output, await transport.invoke(name, passing(input[0]))) as CallOutput<
        typeof name
      >;
    },
    on: (name, listener) =>
      transport.on(name, (payload) => listener(parsed(name, events[name], payload) as EventPayload<typeof name>)),
  };
}

interface Schema {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: unknown };
}

function parsed(about: CallName | EventName, schema: Schema, value: unknown): unknown {
  const outcome = schema.safeParse(value);
  if (!outcome.success) throw new BrokenContractError(about, outcome.error);
  return outcome.data;
}

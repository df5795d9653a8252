import { join } from 'node:path';
import { type ApiClient, createApiClient } from '../app/api/client';
import { failureOf } from '../app/api/failure-of';
import { checkBaseUrl, hostOf, isSecure, parseUrl } from '../app/api/urls';
import type { KeyStatus, UploadProgress } from '../app/contract';
import type { Failure } from '../app/failure';
import type { Delivery } from '../app/outbox/delivery';
import type { OutboxStatus } from '../app/outbox/listing';
import type { ExchangePort, Scope } from '../app/outbox/ports';
import type { Policy } from '../app/outbox/retry';
import { accountFolder, privateFolder } from './home';
import { createKeyHolder, type KeyHolder } from './key-holder';
import { openKeychain } from './keychain';
import { netFetch } from './net-fetch';
import { classifyPost, createExchangePort } from './outbox/exchange-port';
import { createRunner, type Runner } from './outbox/runner';
import { systemClock } from './outbox/system-clock';
import { type History, type HistoryEvents, type HistorySettings, openHistory } from './records/history';
import { createDocumentSpool } from './storage/document-spool';
import { createOutboxStore, type SpoolStore } from './storage/outbox-store';
import { openOutbox, type Recovery } from './storage/open-outbox';
import { shareDocuments } from './storage/shared-documents';

/** Whose faxes these are: the user's own account at the service, or the demo account at the built-in exchange. */
export interface Account {
  readonly kind: 'own' | 'demo';
  readonly exchangeHost: string;
  /** Plain http to another machine. */
  readonly exchangeIsInsecure: boolean;
  readonly keys: KeyHolder;
  readonly api: ApiClient;
  readonly exchange: ExchangePort<AbortSignal>;
  readonly store: SpoolStore;
  readonly runner: Runner;
  readonly history: History;
  /** A client that uses `key` instead of the kept one, to try it before it is kept. */
  apiWith(key: string): ApiClient;
  readonly status: () => OutboxStatus;
  /** Why nothing is sent to the exchange's address; `null` where something is. */
  readonly barredBy: () => Failure | null;
  close(): Promise<void>;
}

export interface AccountParts extends HistoryEvents {
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly allowInsecureHttp: () => boolean;
  /** Deliveries that changed; none where only the queue was paused or resumed. */
  readonly onDeliveries: (deliveries: Delivery[], status: () => OutboxStatus) => void;
  readonly policy: () => Policy;
  readonly settings: () => HistorySettings;
  readonly onUploadProgress: (progress: UploadProgress) => void;
  /** Told of what the runner goes on after: a poll that failed, a full disk. */
  readonly onError: (error: unknown) => void;
  /** The outbox’s file was damaged; it is kept at `path`, and a new one was begun. */
  readonly onDamage: (path: string) => void;
  /** The outbox’s file was damaged, and what could be read of it is in a new one. */
  readonly onRecovery: (recovery: Recovery) => void;
  /** Which deliveries this process works on, as they are at the moment; all without it. */
  readonly only?: Scope;
}

const DEFAULT_URL = 'https://api.bulutsantralim.com';

export const ownExchangeUrl = (environment: NodeJS.ProcessEnv): string => environment['FAKSLA_API_URL'] || DEFAULT_URL;

export function openAccount(kind: Account['kind'], parts: AccountParts): Promise<Account> {
  return kind === 'demo' ? openDemoAccount(parts) : Promise.resolve(openOwnAccount(parts));
}

function openOwnAccount(parts: AccountParts): Account {
  const baseUrl = ownExchangeUrl(parts.environment);
  const keys = createKeyHolder(openKeychain(hostOf(baseUrl)), parts.environment['FAKSLA_API_KEY'] || undefined);
  return assemble('own', parts, {
    baseUrl,
    keys,
    folder: parts.home,
    exchange: hostOf(baseUrl),
    close: async () => {},
  });
}

/** Faxes come in while somebody tries the program out. */
const demoArrivals = { firstMs: 45_000, everyMs: 300_000, most: 3 };

/** The exchange runs in this process, on this machine only; its faxes are kept apart from the user's own. */
async function openDemoAccount(parts: AccountParts): Promise<Account> {
  const { demoKey, startExchange } = await import('./exchange');
  const folder = accountFolder(parts.home, 'demo');
  const key = demoKey();
  const exchange = await startExchange({ key, stateFolder: privateFolder(folder, 'exchange'), arrivals: demoArrivals });
  const keys = demoKeys(key);
  return assemble('demo', parts, {
    baseUrl: exchange.url,
    keys,
    folder,
    exchange: 'demo',
    close: () => exchange.close(),
  });
}

interface Line {
  readonly baseUrl: string;
  readonly keys: KeyHolder;
  readonly folder: string;
  /** What the deliveries of this account are marked with; one queued for another exchange is never sent here. */
  readonly exchange: string;
  readonly close: () => Promise<void>;
}

function assemble(kind: Account['kind'], parts: AccountParts, line: Line): Account {
  const client = (getKey: () => Promise<string | null>): ApiClient =>
    createApiClient({
      baseUrl: line.baseUrl,
      getKey,
      fetch: netFetch,
      get allowInsecureHttp() {
        return parts.allowInsecureHttp();
      },
    });
  const api = client(() => line.keys.key());
  const path = join(line.folder, 'outbox.sqlite');
  const { database, recovery, close: closeOutbox } = openOutbox(path, Date.now());
  if (recovery !== null) parts.onRecovery(recovery);
  const spool = join(line.folder, 'spool');
  const documents = shareDocuments(createDocumentSpool(spool));
  const store = createOutboxStore({ database, documents, exchange: line.exchange });
  const barredBy = (): Failure | null => addressFailure(line.baseUrl, parts.allowInsecureHttp());
  const exchange = createExchangePort(api);
  const status = (): OutboxStatus => ({ ...store.status(), barredBy: barredBy() ?? troubleOf(runner) });
  const runner: Runner = createRunner({
    store,
    exchange,
    classify: classifyPost,
    clock: systemClock,
    onChange: (deliveries) => parts.onDeliveries(deliveries, status),
    policy: parts.policy,
    onProgress: parts.onUploadProgress,
    onError: parts.onError,
    ...(parts.only && { only: parts.only }),
  });
  const history = openHistory({
    ...parts,
    folder: line.folder,
    api,
    outbox: { database, exchange: line.exchange, store, path, spool },
    clock: systemClock,
  });
  return {
    kind,
    exchangeHost: kind === 'demo' ? 'demo' : hostOf(line.baseUrl),
    exchangeIsInsecure: needsPermission(line.baseUrl),
    keys: line.keys,
    api,
    exchange,
    store,
    runner,
    history,
    apiWith: (key) => client(() => Promise.resolve(key)),
    status,
    barredBy,
    async close() {
      await history.close();
      await runner.stop('finish');
      closeOutbox();
      await line.close();
    },
  };
}

/** While the outbox can't be written, nothing new is sent. */
const troubleOf = (runner: Runner): Failure | null =>
  runner.trouble() === null ? null : { kind: 'outboxNotWritable' };

function demoKeys(key: string): KeyHolder {
  const status: KeyStatus = { kept: 'demo', keychainAvailable: true };
  const nothing = (): Promise<void> => Promise.resolve();
  return { key: () => Promise.resolve(key), status: () => Promise.resolve(status), keep: nothing, forget: nothing };
}

function addressFailure(url: string, allowInsecureHttp: boolean): Failure | null {
  try {
    checkBaseUrl(url, allowInsecureHttp);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

function needsPermission(url: string): boolean {
  const parsed = parseUrl(url);
  return parsed?.protocol === 'http:' && !isSecure(parsed);
}

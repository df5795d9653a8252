import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApiClient } from '../../../app/api/client';
import type { FaxesReceived } from '../../../app/history/contract';
import { settingsSchema, type Settings } from '../../../app/settings';
import type { Clock } from '../../../app/outbox/ports';
import { demoKey, startExchange, type Exchange, type ExchangeOptions } from '../../exchange';
import { createDocumentSpool } from '../../storage/document-spool';
import { openDatabase } from '../../storage/open-database';
import { createOutboxStore, type SpoolStore } from '../../storage/outbox-store';
import { scratchFolder } from '../../storage/scratch-folder';
import { openHistory, type History } from '../history';

/** An office with its records, at an exchange over a real socket. */
export interface Office {
  readonly exchange: Exchange;
  readonly history: History;
  readonly outbox: SpoolStore;
  readonly folder: string;
  readonly received: FaxesReceived[];
  readonly settings: Settings;
  /** How many times the service was asked, by path. */
  readonly asked: Map<string, number>;
  /** Opens the same folder anew, as the next start does. */
  reopen(): Promise<Office>;
}

const usual: Clock = {
  now: () => Date.now(),
  bootedAt: () => 0,
  // Waits end at once: what matters is what is done, not when.
  setTimer: (_ms, callback) => {
    const timer = setTimeout(callback, 0);
    return () => clearTimeout(timer);
  },
  random: () => 0.5,
};

export async function openOffice(
  options: Partial<ExchangeOptions> = {},
  changes: Partial<Settings> = {},
): Promise<Office> {
  const key = demoKey();
  const exchange = await startExchange({ key, ...options });
  onTestFinished(() => exchange.close());
  return openAt(exchange, key, scratchFolder(), settingsSchema.parse(changes));
}

function openAt(exchange: Exchange, key: string, folder: string, settings: Settings): Promise<Office> {
  const asked = new Map<string, number>();
  const api = createApiClient({
    baseUrl: exchange.url,
    getKey: () => Promise.resolve(key),
    fetch: (url, init) => {
      const { pathname } = new URL(url);
      asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
      return fetch(url, init);
    },
  });
  const path = join(folder, 'outbox.sqlite');
  const database = openDatabase(path);
  const spool = join(folder, 'spool');
  const outbox = createOutboxStore({ database, documents: createDocumentSpool(spool), exchange: 'test' });
  const received: FaxesReceived[] = [];
  const history = openHistory({
    folder,
    home: folder,
    api,
    outbox: { database, exchange: 'test', store: outbox, path, spool },
    settings: () => settings,
    clock: usual,
    onDamage: () => undefined,
    onRecordsChanged: () => undefined,
    onFaxesReceived: (told) => received.push(told),
    onSyncStatus: () => undefined,
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await history.close();
    if (isOpen) database.close();
    isOpen = false;
  };
  onTestFinished(close);
  const office: Office = {
    ...{ exchange, history, outbox, folder, received, settings, asked },
    async reopen() {
      await close();
      return openAt(exchange, key, folder, settings);
    },
  };
  return Promise.resolve(office);
}

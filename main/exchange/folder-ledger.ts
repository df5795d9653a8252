import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { faxCallSchema, orderSchema, phoneBookSchema } from './entities';
import { firstOrderId } from './ledger';
import type { Beginnings, Ledger } from './ledger';

/**
 * Keeps everything in a folder: a file an order and a call, written once, so that the window's exchange and a command's
 * can share one folder.
 */
export function folderLedger(folder: string, beginnings: Beginnings): Ledger {
  for (const part of ['orders', 'calls', 'documents']) mkdirSync(join(folder, part), { recursive: true, mode: 0o700 });
  const historyFile = join(folder, 'history.json');
  const bookFile = join(folder, 'contacts.json');
  writeOnce(historyFile, beginnings.calls);
  writeOnce(bookFile, beginnings.phoneBook);
  const history = readJson(historyFile, z.array(faxCallSchema)) ?? [];
  const orders = writtenOnce(join(folder, 'orders'), orderSchema);
  const calls = writtenOnce(join(folder, 'calls'), faxCallSchema);
  const documentFile = (callUuid: string) => join(folder, 'documents', callUuid);
  return {
    orders: orders.all,
    addOrder(fields, document) {
      writeFileSync(documentFile(fields.callUuid), document, { mode: 0o600 });
      const last = orders.all().reduce((max, { orderId }) => Math.max(max, orderId), firstOrderId - 1);
      return addNumbered(last + 1, (orderId) => {
        const order = { ...fields, orderId };
        return orders.add(String(orderId), order) ? order : null;
      });
    },
    calls: () => [...history, ...calls.all()],
    addCall(call, document) {
      if (document !== null) writeFileSync(documentFile(call.callUuid), document, { mode: 0o600 });
      calls.add(call.callUuid, call);
    },
    document: (callUuid) => (existsSync(documentFile(callUuid)) ? readFileSync(documentFile(callUuid)) : null),
    phoneBook: () => readJson(bookFile, phoneBookSchema) ?? beginnings.phoneBook,
    keepPhoneBook(book) {
      writeFileSync(`${bookFile}.new`, JSON.stringify(book), { mode: 0o600 });
      renameSync(`${bookFile}.new`, bookFile);
    },
  };
}

/** Tries numbers upwards until one is free: another process may have taken the first. */
function addNumbered<T>(from: number, add: (number: number) => T | null): T {
  for (let number = from; ; number++) {
    const added = add(number);
    if (added !== null) return added;
  }
}

/** The entries of a folder whose files never change, so each is read once. */
function writtenOnce<T>(folder: string, schema: z.ZodMiniType<T>) {
  const known = new Map<string, T>();
  const all = (): readonly T[] => {
    for (const name of readdirSync(folder)) {
      const entry = known.has(name) ? null : readJson(join(folder, name), schema);
      if (entry !== null) known.set(name, entry);
    }
    return [...known.values()];
  };
  return { all, add: (name: string, entry: T): boolean => writeOnce(join(folder, `${name}.json`), entry) };
}

/** `false` when the file is there already. */
function writeOnce(file: string, content: unknown): boolean {
  try {
    writeFileSync(file, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** `null` for a file that another process is still writing. */
function readJson<T>(file: string, schema: z.ZodMiniType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, basename, join } from 'node:path';
import type { HistoryRecord } from '../../app/history/record';
import type { Spooled } from '../storage/document-spool';
import type { OutboxErasing } from '../storage/outbox-erase';
import type { DocumentStates } from '../storage/records/document-states';
import type { RecordErasing } from '../storage/records/erasing';
import { eraseFileNow } from './erase-file';
import type { DocumentFolder } from './document-folder';

export type Erased = 'documents' | 'documentsAndRecords';

export interface EraserParts {
  readonly records: RecordErasing & { getAll(callUuids: readonly string[]): HistoryRecord[] };
  readonly outbox: OutboxErasing;
  readonly states: DocumentStates;
  readonly folder: DocumentFolder;
  /** Where the document of a fax that was sent is kept, by its SHA-256. */
  readonly sentPath: (sha256: string) => string;
  /** Where those documents are kept: the files from before `at`, epoch milliseconds. */
  readonly spooledBefore: (at: number) => Promise<Spooled[]>;
  /** Copies made to be looked at, of a record or a delivery. */
  readonly copiesOf: (id: string) => readonly string[];
  /** Both databases. A migration leaves a copy of what was beside them. */
  readonly databases: readonly string[];
  readonly now: () => number;
}

/** Erases for good what is over (KVKK). What is still being sent, or may be, stays. */
export interface Eraser {
  /** `kept`: what stays because a delivery that is not over needs it. */
  erase(callUuids: readonly string[], what: Erased): Promise<{ erased: number; kept: string[] }>;
  /** Everything from before `at`, epoch milliseconds. Answers how many records were concerned. */
  eraseBefore(at: number, what: Erased): Promise<number>;
}

const atOnce = 50;
/** Lets the rest of the program go on between two pieces of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createEraser(parts: EraserParts): Eraser {
  const { records, outbox, states, folder } = parts;

  const eraseSome = async (callUuids: readonly string[], what: Erased) => {
    const found = records.getAll(callUuids);
    const open = new Set(outbox.stillOpen(found.flatMap(deliveriesOf)));
    const isKept = (record: HistoryRecord): boolean => deliveriesOf(record).some((id) => open.has(id));
    const over = found.filter((record) => !isKept(record)).map(({ callUuid }) => callUuid);
    const sent = found.flatMap((record) =>
      record.link.kind === 'matched' && !isKept(record) ? [record.link.deliveryId] : [],
    );
    for (const callUuid of over) eraseDocument(callUuid, what);
    await breathe();
    await eraseSent(sent, what);
    if (what === 'documentsAndRecords') records.eraseRecords(over);
    return { erased: over.length, kept: found.filter(isKept).map(({ callUuid }) => callUuid) };
  };
  const eraseDocument = (callUuid: string, what: Erased): void => {
    const state = states.get(callUuid);
    if (what === 'documents') states.set(callUuid, { kind: 'erased', erasedAt: parts.now() });
    else states.set(callUuid, { kind: 'notKept' });
    if (state.kind === 'kept' && states.withContent(state.sha256).length === 0) folder.erase(state.sha256);
    for (const path of parts.copiesOf(callUuid)) eraseFileNow(path);
  };
  const eraseSent = async (deliveryIds: readonly string[], what: Erased): Promise<void> => {
    if (deliveryIds.length === 0) return;
    for (const sha256 of outbox.documentsOnlyOf(deliveryIds)) {
      const path = parts.sentPath(sha256);
      if (existsSync(path)) outbox.eraseDocument(sha256, deliveryIds, () => eraseFileNow(path));
      await breathe();
    }
    for (const id of deliveryIds) for (const path of parts.copiesOf(id)) eraseFileNow(path);
    if (what === 'documentsAndRecords') outbox.eraseDeliveries(deliveryIds);
  };
  /** A crash between writing a document and its fax leaves it without one. */
  const eraseStrayDocuments = async (at: number): Promise<void> => {
    for (const { path, sha256 } of await parts.spooledBefore(at)) {
      if (sha256 === null) eraseFileNow(path);
      else outbox.eraseDocument(sha256, [], () => eraseFileNow(path));
      await breathe();
    }
  };
  const settle = (): void => {
    records.settle();
    outbox.settle();
    for (const path of parts.databases) removeBackups(path);
  };
  return {
    async erase(callUuids, what) {
      const done = { erased: 0, kept: [] as string[] };
      for (let at = 0; at < callUuids.length; at += atOnce) {
        const some = await eraseSome(callUuids.slice(at, at + atOnce), what);
        done.erased += some.erased;
        done.kept.push(...some.kept);
      }
      settle();
      return done;
    },
    async eraseBefore(at, what) {
      let erased = 0;
      const passedOver = new Set<string>();
      for (;;) {
        const some = records
          .before(at, what === 'documents', atOnce + passedOver.size)
          .filter((callUuid) => !passedOver.has(callUuid));
        if (some.length === 0) break;
        const done = await eraseSome(some, what);
        erased += done.erased;
        for (const callUuid of done.kept) passedOver.add(callUuid);
      }
      for (const callUuid of records.strayBefore(at)) eraseDocument(callUuid, 'documentsAndRecords');
      const sent = outbox.overBefore(at);
      await eraseSent(sent, what);
      await eraseStrayDocuments(at);
      if (erased + sent.length > 0) settle();
      return erased;
    },
  };
}

const deliveriesOf = ({ link }: HistoryRecord): string[] => {
  if (link.kind === 'matched') return [link.deliveryId];
  return link.kind === 'ambiguous' ? link.deliveryIds : [];
};

function removeBackups(path: string): void {
  const folder = dirname(path);
  const isBackup = (name: string): boolean => name.startsWith(`${basename(path)}.v`) && name.endsWith('.backup');
  for (const name of readdirSync(folder).filter(isBackup)) rmSync(join(folder, name), { force: true });
}

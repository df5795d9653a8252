import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../app/history/question';
import { seededHistory } from '../exchange';
import { openOffice, type Office } from './fakes/open-office';

const patience = { failuresInARow: 3, longestWaitMs: Infinity };
const dayMs = 86_400_000;
const slice = { offset: 0, limit: 50 };
const read = ({ history }: Office) => history.sync.readOnce(patience);
/** An office that has read of one received fax. */
async function openOfficeWithFax(fax?: Parameters<Office['exchange']['arriveFax']>[0]) {
  const office = await openOffice();
  await read(office);
  const callUuid = await office.exchange.arriveFax(fax);
  await read(office);
  return { office, callUuid };
}
const count = ({ history }: Office): number => history.store.counts().records;
const seeded = (records: number, days: number) =>
  seededHistory({ count: records, since: Date.now() - days * dayMs, until: Date.now() - 3_600_000 });

describe('reading the records', () => {
  it('brings all of them, with hardly a request too many', async () => {
    const office = await openOffice({ history: seeded(900, 350) });
    expect(await read(office)).toBeNull();
    expect(count(office)).toBe(900);
    expect(office.history.sync.status()).toMatchObject({ progress: 1, unreadSpans: 0, unusableEntries: 0 });
    expect(9 / (office.asked.get('/fdrs') ?? 0)).toBeGreaterThanOrEqual(0.6);
  });

  it('goes on after a break where it was, and repeats two pages at most', async () => {
    const history = seeded(600, 300);
    const office = await openOffice({ history });
    const whole = await openOffice({ history });
    await read(whole);
    let asked = 0;
    for (let start = 0, open = office; start < 4; start++) {
      open.exchange.misbehave({ kind: 'slow', ms: 0, on: 'GET /fdrs' }, 2);
      open.exchange.misbehave({ kind: 'wrongKey', on: 'GET /fdrs' });
      expect(await read(open)).toEqual({ kind: 'keyRefused' });
      asked += open.asked.get('/fdrs') ?? 0;
      open = await open.reopen();
      if (start < 3) continue;
      open.exchange.misbehave(null);
      expect(await read(open)).toBeNull();
      expect(count(open)).toBe(600);
      asked += open.asked.get('/fdrs') ?? 0;
    }
    // Four breaks: each costs the request that broke off and two pages.
    expect(asked).toBeLessThanOrEqual((whole.asked.get('/fdrs') ?? 0) + 4 * 3);
  });

  it.each([
    [{ kind: 'html' }],
    [{ kind: 'malformed' }],
    [{ kind: 'empty' }],
    [{ kind: 'status', status: 503 }],
    [{ kind: 'rateLimit', retryAfter: 1 }],
    [{ kind: 'loseAnswer' }],
  ] as const)('waits and goes on after %j', async (fault) => {
    const office = await openOffice({ history: seeded(150, 100) });
    office.exchange.misbehave({ ...fault, on: 'GET /fdrs' }, 2);
    expect(await read(office)).toBeNull();
    expect(count(office)).toBe(150);
  });

  it('reads only what is new the next time', async () => {
    const office = await openOffice({ history: seeded(150, 100) });
    await read(office);
    const before = office.asked.get('/fdrs') ?? 0;
    await read(office);
    expect((office.asked.get('/fdrs') ?? 0) - before).toBe(1);
  });

  it('reads further back when asked to', async () => {
    const office = await openOffice({ history: seeded(300, 700) });
    await read(office);
    const aYear = count(office);
    office.history.sync.reachBack(Date.now() - 700 * dayMs);
    await read(office);
    expect(aYear).toBeLessThan(300);
    expect(count(office)).toBe(300);
  });
});

describe('a fax that comes in', () => {
  it('is unread and told once, with its document kept, but not what came before the first look', async () => {
    const office = await openOffice();
    await read(office);
    expect([office.received, office.history.store.counts().unread]).toEqual([[], 0]);
    const callUuid = await office.exchange.arriveFax({ sender: '902123205072', pages: 2 });
    await read(office);
    await read(office);
    expect(office.received).toMatchObject([{ count: 1, records: [{ callUuid, isUnread: true }] }]);
    expect(office.history.store.search({ unread: true }, newestFirst, slice).total).toBe(1);
    office.history.store.markRead([callUuid], true);
    expect(office.history.store.counts().unread).toBe(0);
  });

  it('keeps its document, which can then be read without the service', async () => {
    const { office, callUuid } = await openOfficeWithFax({ pages: 2 });
    const first = await office.history.documents.read(callUuid);
    office.exchange.misbehave({ kind: 'status', status: 500 }, 5);
    expect(await office.history.documents.read(callUuid)).toEqual(first);
    expect(office.history.store.get(callUuid)?.document).toMatchObject({ kind: 'kept', type: 'pdf' });
  });

  it('is not taken for a document when it is a page, nothing, or cut', async () => {
    const office = await openOffice();
    await read(office);
    const cut = await office.exchange.arriveFax({ bytes: Buffer.from('%PDF-1.7 and then nothing') });
    await read(office);
    expect(await office.history.documents.read(cut)).toEqual({ ok: false, failure: { kind: 'documentCut' } });
    expect(office.history.store.get(cut)?.document).toMatchObject({ kind: 'awaited', tries: 1 });
    expect(readdirSync(join(office.folder, 'records'))).toEqual([]);
  });
});

describe('erasing', () => {
  const everythingIn = (folder: string): string =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('');

  it('leaves nothing of a record, and it does not come back', async () => {
    const { office, callUuid } = await openOfficeWithFax({ sender: '905321112233', header: 'GIZLIBASLIK' });
    office.history.store.annotate(callUuid, { note: 'cok gizli not' });
    await office.history.documents.read(callUuid);
    expect(everythingIn(office.folder)).toContain('GIZLIBASLIK');
    expect(await office.history.eraser.erase([callUuid], 'documentsAndRecords')).toEqual({ erased: 1, kept: [] });
    const left = everythingIn(office.folder);
    for (const word of ['GIZLIBASLIK', 'gizlibaslik', 'cok gizli not', '905321112233', callUuid]) {
      expect(left).not.toContain(word);
    }
    await read(office);
    expect(office.history.store.get(callUuid)).toBeNull();
  });

  it('of documents leaves the record', async () => {
    const { office, callUuid } = await openOfficeWithFax();
    await office.history.documents.read(callUuid);
    await office.history.eraser.erase([callUuid], 'documents');
    expect(office.history.store.get(callUuid)?.document).toMatchObject({ kind: 'erased' });
    expect(readdirSync(join(office.folder, 'records'))).toEqual([]);
  });

  it('of a document that is being fetched keeps it from coming back', async () => {
    const { office, callUuid } = await openOfficeWithFax();
    const fetching = office.history.documents.read(callUuid);
    await office.history.eraser.erase([callUuid], 'documents');
    await fetching;
    expect(office.history.store.get(callUuid)?.document).toMatchObject({ kind: 'erased' });
    expect(readdirSync(join(office.folder, 'records'))).toEqual([]);
  });

  it('of a document that was erased before and is fetched again keeps it from coming back, too', async () => {
    const { office, callUuid } = await openOfficeWithFax();
    const { history, exchange } = office;
    await history.eraser.erase([callUuid], 'documents');
    exchange.misbehave({ kind: 'slow', ms: 50, on: 'POST /fax_document_url/' });
    const fetching = history.documents.read(callUuid);
    await expect.poll(() => office.asked.get('/fax_document_url/')).toBe(1);
    await history.eraser.erase([callUuid], 'documents');
    expect(await fetching).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(history.store.get(callUuid)?.document).toMatchObject({ kind: 'erased' });
    expect(readdirSync(join(office.folder, 'records'))).toEqual([]);
    // Asked for after it was erased, it is wanted again.
    expect(await history.documents.read(callUuid)).toMatchObject({ ok: true });
    expect(history.store.get(callUuid)?.document).toMatchObject({ kind: 'kept' });
  });

  it('of a record lets its document be asked for by its id, and keeps nothing of it', async () => {
    const { office, callUuid } = await openOfficeWithFax();
    const { history } = office;
    await history.eraser.erase([callUuid], 'documentsAndRecords');
    expect(await history.documents.read(callUuid)).toMatchObject({ ok: true, value: { type: 'pdf' } });
    expect(everythingIn(office.folder)).not.toContain(callUuid);
    expect(readdirSync(join(office.folder, 'records'))).toEqual([]);
  });

  it('takes what a start finds of no record', async () => {
    const { office, callUuid } = await openOfficeWithFax();
    await office.history.documents.read(callUuid);
    const documents = join(office.folder, 'records');
    const [kept] = readdirSync(documents);
    writeFileSync(join(documents, `${'0'.repeat(64)}.pdf`), '%PDF- between its name and its note the power went');
    const again = await office.reopen();
    again.history.start();
    await expect.poll(() => readdirSync(documents)).toEqual([kept]);
  });

  it('by age takes records, what was sent and what a crash left, and leaves what is still being sent', async () => {
    const office = await openOffice({ history: seeded(200, 300) });
    await read(office);
    const request = {
      recipients: ['+902123205072'],
      sender: null,
      header: 'ACME',
      resolution: 'fine',
      pageCount: 1,
    } as const;
    const queuedAt = Date.now() - 400 * dayMs;
    const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7 ${text}`);
    const [waiting] = await office.outbox.queue(
      { ...request, recipients: [...request.recipients] },
      pdf('waiting'),
      queuedAt,
    );
    const [over] = await office.outbox.queue(
      { ...request, recipients: [...request.recipients] },
      pdf('over'),
      queuedAt,
    );
    const spooled = office.outbox.find(over?.id ?? '');
    if (spooled === null) throw new Error('nothing was queued');
    office.outbox.change(spooled, { kind: 'cancelled', at: queuedAt });
    const spool = (name: string): string => join(office.folder, 'spool', name);
    const [old, stray, unfinished, young] = [
      new Date(queuedAt),
      `${'0'.repeat(64)}.pdf`,
      `${'1'.repeat(64)}.pdf.x.part`,
      `${'2'.repeat(64)}.pdf`,
    ];
    for (const name of [stray, unfinished, young, 'notes.txt']) writeFileSync(spool(name), 'left by a crash');
    for (const name of readdirSync(spool('')).filter((name) => name !== young)) utimesSync(spool(name), old, old);
    await office.history.eraser.eraseBefore(Date.now() - 90 * dayMs, 'documentsAndRecords');
    const left = office.history.store.search({}, newestFirst, { offset: 0, limit: 500 });
    expect(left.total).toBeGreaterThan(0);
    expect(left.records.every(({ startAt }) => (startAt ?? 0) >= Date.now() - 91 * dayMs)).toBe(true);
    expect(office.outbox.list().map(({ id }) => id)).toEqual([waiting?.id]);
    expect(readdirSync(spool('')).sort()).toEqual([young, `${waiting?.documentSha256 ?? ''}.pdf`, 'notes.txt'].sort());
  });
});

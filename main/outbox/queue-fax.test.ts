import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, DeliveryState, FaxRequest } from '../../app/outbox/delivery';
import { createDocumentSpool, sha256Of } from '../storage/document-spool';
import { openDatabase } from '../storage/open-database';
import { createOutboxStore, type SpoolStore } from '../storage/outbox-store';
import { scratchFolder } from '../storage/scratch-folder';
import { type Outbox, queueFax } from './queue-fax';
import { resendFaxes, type Resending } from './resend-faxes';
import { findSentBefore } from './sent-before';

const pdf = new TextEncoder().encode('%PDF-1.4 a fax');
const request: FaxRequest = {
  recipients: ['+902123205072', '+4722123456', '+902123205072'],
  sender: '902129630131',
  header: 'Ağrı Noterliği',
  resolution: 'standard',
  pageCount: 3,
};

let folder: string;
let database: ReturnType<typeof openDatabase>;
let outbox: Resending & Outbox;
let store: SpoolStore;
let wakes: number;

beforeEach(() => {
  folder = scratchFolder();
  database = openDatabase(join(folder, 'outbox.sqlite'));
  const documents = createDocumentSpool(join(folder, 'spool'));
  wakes = 0;
  store = createOutboxStore({ database, documents, exchange: 'x' });
  outbox = { store, runner: { wake: () => void (wakes += 1) } };
});
afterEach(() => database.close());

async function queueOne(recipient = '+902123205072'): Promise<string> {
  const [delivery] = await queued({ ...request, recipients: [recipient] });
  return delivery?.id ?? '';
}

async function queued(fax: FaxRequest, document = pdf): Promise<Delivery[]> {
  const end = await queueFax(outbox, fax, document, { mayRepeat: () => true });
  return end.ok && end.value.kind === 'queued' ? end.value.deliveries : [];
}

function finish(id: string, state: DeliveryState = { kind: 'refused', status: 400, message: '', at: 1 }): void {
  database.prepare('UPDATE deliveries SET kind = ?, state = ? WHERE id = ?').run(state.kind, JSON.stringify(state), id);
}

describe('queueing a fax', () => {
  it('makes one delivery a recipient, numbers as digits, and wakes the runner', async () => {
    expect((await queued(request)).map(({ recipient }) => recipient)).toEqual(['902123205072', '4722123456']);
    expect(wakes).toBe(1);
  });

  it('refuses an empty header, and then nothing is queued', async () => {
    expect(await queueFax(outbox, { ...request, header: '  ' }, pdf, { mayRepeat: () => true })).toMatchObject({
      failure: { kind: 'headerMissing' },
    });
    expect(wakes).toBe(0);
  });
});

describe('sending again', () => {
  it('makes a new fax of the same document, for that recipient alone', async () => {
    const id = await queueOne();
    finish(id);
    const again = await resendFaxes(outbox, [id], false);
    const [delivery, ...more] = again.ok ? again.value.deliveries : [];
    expect(more).toEqual([]);
    expect(delivery).toMatchObject({ recipient: '902123205072', header: 'Ağrı Noterliği', pageCount: 3 });
    expect(delivery?.id).not.toBe(id);
    expect(delivery?.documentSha256).toBe(outbox.store.find(id)?.delivery.documentSha256);
  });

  it('is refused while the first is still on its way, so that nothing goes twice', async () => {
    expect(await resendFaxes(outbox, [await queueOne()], true)).toMatchObject({
      ok: false,
      failure: { kind: 'cancelled' },
    });
  });

  it('says so when the document is lost', async () => {
    const id = await queueOne();
    finish(id);
    writeFileSync(join(folder, 'spool', `${outbox.store.find(id)?.delivery.documentSha256}.pdf`), 'changed');
    expect(await resendFaxes(outbox, [id], false)).toEqual({
      ok: true,
      value: { deliveries: [], lost: ['902123205072'] },
    });
    expect(store.list()).toHaveLength(1);
  });

  it('of what was delivered has to be wanted; otherwise nothing is sent, of none of them', async () => {
    const [delivered, failed] = [await queueOne(), await queueOne('+4722123456')];
    finish(failed);
    finish(delivered, { kind: 'delivered', orderId: '1', callUuid: 'u', pagesSent: 3, pagesTotal: 3, at: 1 });
    const both = [failed, delivered];
    expect(await resendFaxes(outbox, both, false)).toMatchObject({ failure: { kind: 'sentBefore' } });
    expect(store.list()).toHaveLength(2);
    const again = await resendFaxes(outbox, both, true);
    expect(again.ok && again.value.deliveries).toHaveLength(2);
  });

  it('has to be wanted once more when it was sent again already and is on its way', async () => {
    const id = await queueOne();
    finish(id);
    expect(await resendFaxes(outbox, [id], false)).toMatchObject({ ok: true });
    expect(await resendFaxes(outbox, [id], false)).toMatchObject({ failure: { kind: 'sentBefore' } });
    expect(store.list()).toHaveLength(2);
    expect(await resendFaxes(outbox, [id], true)).toMatchObject({ ok: true });
  });

  it('by two processes at the same moment is done by one; the other is told', async () => {
    const id = await queueOne();
    finish(id);
    const others = openDatabase(join(folder, 'outbox.sqlite'));
    const documents = createDocumentSpool(join(folder, 'spool'));
    const other: Resending = {
      store: createOutboxStore({ database: others, documents, exchange: 'x' }),
      runner: outbox.runner,
    };
    const ends = await Promise.all([outbox, other, outbox, other].map((each) => resendFaxes(each, [id], false)));
    others.close();
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    expect(ends.filter((end) => !end.ok && end.failure.kind === 'sentBefore')).toHaveLength(3);
    expect(store.list()).toHaveLength(2);
  });

  it('sends the others where a document is lost, or erased just then, and tells whose', async () => {
    const kept = await queueOne();
    const [lost] = await queued({ ...request, recipients: ['+902121111111'] }, Uint8Array.of(1));
    const [erased] = await queued({ ...request, recipients: ['+4722123456'] }, Uint8Array.of(2));
    const ids = [lost?.id ?? '', kept, erased?.id ?? ''];
    ids.forEach((id) => finish(id));
    const pathOf = (delivery: Delivery | undefined) => join(folder, 'spool', `${delivery?.documentSha256}.pdf`);
    rmSync(pathOf(lost));
    const readDocument: SpoolStore['readDocument'] = async (sha256) => {
      const pdf = await store.readDocument(sha256);
      if (sha256 === erased?.documentSha256) rmSync(pathOf(erased));
      return pdf;
    };
    const again = await resendFaxes({ ...outbox, store: { ...store, readDocument } }, ids, false);
    expect(again.ok && again.value.deliveries.map(({ recipient }) => recipient)).toEqual(['902123205072']);
    expect(again.ok && again.value.lost).toEqual(['902121111111', '4722123456']);
    expect(store.list()).toHaveLength(4);
  });

  it('of one document to one number is one fax, however often it was refused', async () => {
    const refused = [await queueOne(), await queueOne(), await queueOne('+4722123456')];
    for (const id of refused) finish(id);
    const again = await resendFaxes(outbox, refused, false);
    expect(again.ok && again.value.deliveries.map(({ recipient }) => recipient)).toEqual([
      '902123205072',
      '4722123456',
    ]);
  });

  it('makes one fax of what was one fax', async () => {
    const ids = (await queued(request)).map(({ id }) => id);
    for (const id of ids) finish(id);
    const again = await resendFaxes(outbox, ids, false);
    expect(new Set(again.ok ? again.value.deliveries.map(({ faxId }) => faxId) : []).size).toBe(1);
    expect(again.ok && again.value.deliveries.map(({ recipient }) => recipient)).toEqual([
      '902123205072',
      '4722123456',
    ]);
  });
});

describe('the duplicate guard', () => {
  const day = 86_400_000;
  const now = Date.now();
  const before = (document = pdf, recipient = '+902123205072', at = now) =>
    findSentBefore(store, sha256Of(document), [recipient], at).map(({ id }) => id);

  it('tells what is on its way or delivered of this document to this number within a day', async () => {
    const id = await queueOne();
    expect(before()).toEqual([id]);
    expect(before(pdf, '+902121111111')).toEqual([]);
    expect(before(new TextEncoder().encode('%PDF-1.4 another'))).toEqual([]);
    expect(before(pdf, '+902123205072', now + day + 60_000)).toEqual([]);
  });

  it('says nothing of what did not arrive', async () => {
    finish(await queueOne());
    expect(before()).toEqual([]);
  });

  it('holds back a fax of which some had the document, and tells who', async () => {
    await queueOne();
    const end = await queueFax(outbox, request, pdf, { mayRepeat: () => false });
    expect(end).toEqual({ ok: true, value: { kind: 'sentBefore', recipients: ['902123205072'] } });
    expect(store.list()).toHaveLength(1);
    expect(await queued(request)).toHaveLength(2);
  });

  it('lets one of two processes pass that queue the same at the same moment', async () => {
    const others = openDatabase(join(folder, 'outbox.sqlite'));
    const documents = createDocumentSpool(join(folder, 'spool'));
    const other: Outbox = {
      store: createOutboxStore({ database: others, documents, exchange: 'x' }),
      runner: outbox.runner,
    };
    const fax = { ...request, recipients: ['+902123205072'] };
    const both = [outbox, other, outbox, other];
    const ends = await Promise.all(both.map((each) => queueFax(each, fax, pdf, { mayRepeat: () => false })));
    others.close();
    expect(ends.map((end) => end.ok && end.value.kind).toSorted()).toEqual([
      'queued',
      'sentBefore',
      'sentBefore',
      'sentBefore',
    ]);
    expect(store.list()).toHaveLength(1);
  });
});

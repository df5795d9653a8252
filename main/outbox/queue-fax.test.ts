import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaxRequest } from '../../app/outbox/delivery';
import { createDocumentSpool } from '../storage/document-spool';
import { openDatabase } from '../storage/open-database';
import { createOutboxStore } from '../storage/outbox-store';
import { scratchFolder } from '../storage/scratch-folder';
import { type Outbox, queueFax, resendFax } from './queue-fax';

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
let outbox: Outbox;
let wakes: number;

beforeEach(() => {
  folder = scratchFolder();
  database = openDatabase(join(folder, 'outbox.sqlite'));
  const documents = createDocumentSpool(join(folder, 'spool'));
  wakes = 0;
  outbox = {
    store: createOutboxStore({ database, documents, exchange: 'x' }),
    runner: { wake: () => void (wakes += 1) },
  };
});
afterEach(() => database.close());

async function queueOne(): Promise<string> {
  const queued = await queueFax(outbox, { ...request, recipients: ['+902123205072'] }, pdf);
  return (queued.ok && queued.value[0]?.id) || '';
}

function finish(id: string): void {
  database
    .prepare('UPDATE deliveries SET kind = ?, state = ? WHERE id = ?')
    .run(...['refused', JSON.stringify({ kind: 'refused', status: 400, message: '', at: 1 }), id]);
}

describe('queueing a fax', () => {
  it('makes one delivery a recipient, numbers as digits, and wakes the runner', async () => {
    const queued = await queueFax(outbox, request, pdf);
    expect(queued.ok && queued.value.map(({ recipient }) => recipient)).toEqual(['902123205072', '4722123456']);
    expect(wakes).toBe(1);
  });

  it('refuses an empty header, and then nothing is queued', async () => {
    expect(await queueFax(outbox, { ...request, header: '  ' }, pdf)).toMatchObject({
      failure: { kind: 'headerMissing' },
    });
    expect(wakes).toBe(0);
  });
});

describe('sending again', () => {
  it('makes a new fax of the same document, for that recipient alone', async () => {
    const id = await queueOne();
    finish(id);
    const again = await resendFax(outbox, id);
    const [delivery, ...more] = again.ok ? again.value : [];
    expect(more).toEqual([]);
    expect(delivery).toMatchObject({ recipient: '902123205072', header: 'Ağrı Noterliği', pageCount: 3 });
    expect(delivery?.id).not.toBe(id);
    expect(delivery?.documentSha256).toBe(outbox.store.find(id)?.delivery.documentSha256);
  });

  it('is refused while the first is still on its way, so that nothing goes twice', async () => {
    expect(await resendFax(outbox, await queueOne())).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });

  it('says so when the document is lost', async () => {
    const id = await queueOne();
    finish(id);
    writeFileSync(join(folder, 'spool', `${outbox.store.find(id)?.delivery.documentSha256}.pdf`), 'changed');
    expect(await resendFax(outbox, id)).toMatchObject({ ok: false, failure: { kind: 'documentLost' } });
  });
});

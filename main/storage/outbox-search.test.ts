import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDocumentSpool } from './document-spool';
import { openDatabase } from './open-database';
import { createOutboxStore } from './outbox-store';
import { scratchFolder } from './scratch-folder';

const pdf = new TextEncoder().encode('%PDF-1.7 a fax');

it('deliveries are found by number, by header as it is read in Turkish, and by id', async () => {
  const folder = scratchFolder();
  const database = openDatabase(join(folder, 'outbox.sqlite'));
  const store = createOutboxStore({ database, documents: createDocumentSpool(join(folder, 'spool')), exchange: 'e' });
  const queue = (recipient: string, header: string) =>
    store.queue({ recipients: [recipient], sender: null, header, resolution: 'fine', pageCount: 1 }, pdf, 1_000);
  const [delivery] = await queue('902123205072', 'IŞIK İnşaat');
  await queue('903124445566', 'Ağrı Hukuk');
  const found = (search: string): string[] => store.page({ search }, 0, 10).deliveries.map(({ header }) => header);
  try {
    expect([found('ışık'), found('ISIK'), found('işik i')]).toEqual(Array(3).fill(['IŞIK İnşaat']));
    expect([found('AĞRI'), found('0312 444'), found('yok')]).toEqual([['Ağrı Hukuk'], ['Ağrı Hukuk'], []]);
    expect(store.page({ ids: [delivery?.id ?? ''] }, 0, 10).total).toBe(1);
  } finally {
    database.close();
  }
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaxRecord } from '../api/entities';
import { blankBitmap, paintRun, rowBytes } from '../fax/bitmap';
import { assembleFaxPdf } from '../fax/fax-pdf';
import { encodeT6 } from '../fax/t6/encode';
import type { Delivery } from '../outbox/delivery';
import { gatherReport, type ProofFacts } from './gather';
import { createTranslate } from '../i18n/translate';
import { makeProof, type ProofTools } from './make-proof';
import type { ProofReport } from './report';
import { reportText } from './report-text';
import { seal } from './seal';
import { readSentPages } from './sent-pages';
import { verifyProof, type VerifyTools } from './verify';
import { sfntOfWoff } from './woff';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const font = (name: string): Uint8Array =>
  sfntOfWoff(
    readFileSync(new URL(`../../node_modules/@ibm/plex-sans/fonts/complete/woff/${name}.woff`, import.meta.url)),
    (bytes) => inflateSync(bytes),
  );
const tools: ProofTools = {
  sha256,
  fonts: { regular: font('IBMPlexSans-Regular'), bold: font('IBMPlexSans-SemiBold') },
};
const program = 'Faksla 0.1.0';
const verifier: VerifyTools = { sha256, program, remake: (document, report) => makeProof(document, report, tools) };

/** A page with a black square somewhere. */
function pageOf(place: number) {
  const bitmap = blankBitmap(1686, 2156);
  for (let y = place; y < place + 200; y++) paintRun(bitmap.rows, rowBytes(1686) * y, 100 + place, 700);
  return { t6: encodeT6(bitmap), widthPels: 1686, scanLines: 2156, resolution: 'fine' as const };
}

const at = Date.parse('2026-11-23T11:30:00Z');
const document = await assembleFaxPdf([pageOf(100), pageOf(300)]);

const record: FaxRecord = {
  callUuid: 'a0f0c0de-0000-4000-8000-000000000001',
  direction: 'outbound',
  sender: '908501234567',
  recipient: '902123205072',
  header: 'Öğütçü & Işık A.Ş.',
  pagesCount: '2 / 2',
  pagesSent: 2,
  pagesTotal: 2,
  transferRateBps: 14400,
  startStamp: '2026-11-23 14:30:04',
  answerStamp: '2026-11-23 14:30:11',
  endStamp: '2026-11-23 14:31:02',
  durationSeconds: 58,
  success: true,
  result: 'Başarılı',
};

const delivered: Delivery = {
  id: '5f0c9b1e-7d44-4a8e-9a55-6a1f3f0e2b11',
  faxId: 'f1',
  recipient: '902123205072',
  sender: '908501234567',
  header: 'Öğütçü & Işık A.Ş.',
  documentSha256: sha256(document),
  pageCount: 2,
  createdAt: at,
  sendAt: null,
  officeHoursOnly: false,
  retries: 0,
  state: {
    kind: 'delivered',
    orderId: '20212',
    callUuid: record.callUuid,
    pagesSent: 2,
    pagesTotal: 2,
    at: at + 70_000,
  },
};

let facts: ProofFacts;
beforeAll(async () => {
  facts = {
    delivery: delivered,
    resolution: 'fine',
    attempts: [
      {
        startedAt: at + 1000,
        endedAt: at + 2500,
        outcome: 'accepted',
        orderId: '20212',
        number: 1,
        callUuid: record.callUuid,
        call: null,
      },
    ],
    record,
    document: { bytes: document.length, pages: await readSentPages(document, sha256) },
    exchange: 'api.bulutsantralim.com',
    program,
    language: 'tr',
    madeAt: at + 3_600_000,
    zoneMinutes: () => 180,
  };
});

function reportOf(change: Partial<ProofFacts> = {}): ProofReport {
  const report = gatherReport({ ...facts, ...change });
  if (report === null) throw new Error('There is no report.');
  return report;
}

describe('a proof', () => {
  it('begins with the very document, and shows its pages behind the report', async () => {
    const proof = await makeProof(document, reportOf(), tools);
    expect(Buffer.compare(proof.subarray(0, document.length), document)).toBe(0);
    const pdf = await PDFDocument.load(proof);
    const sent = await PDFDocument.load(document);
    expect(pdf.getPageCount()).toBe(3);
    expect(
      pdf
        .getPages()
        .slice(1)
        .map((page) => page.getSize()),
    ).toEqual(sent.getPages().map((page) => page.getSize()));
  });

  it('is the same file when made again', async () => {
    const [first, second] = [
      await makeProof(document, reportOf(), tools),
      await makeProof(document, reportOf(), tools),
    ];
    expect(sha256(first)).toBe(sha256(second));
  });

  it('is verified as it was made, in both languages', async () => {
    for (const language of ['tr', 'en'] as const) {
      const report = reportOf({ language });
      const verified = await verifyProof(await makeProof(document, report, tools), verifier);
      expect(verified).toEqual({ ok: true, report, reportPage: 'same' });
    }
  });

  it('can be made of a fax that was not delivered, refused, or whose record is missing', async () => {
    const { callUuid } = record;
    const states: Delivery['state'][] = [
      { kind: 'failed', orderId: null, callUuid, pagesSent: 1, pagesTotal: 2, reason: 'Bağlantı koptu', at },
      { kind: 'refused', status: 400, message: 'remote_station_id is not allowed', at },
    ];
    for (const state of states) {
      const report = reportOf({ delivery: { ...delivered, state }, record: null });
      expect(report.outcome).toBe(state.kind);
      expect(await verifyProof(await makeProof(document, report, tools), verifier)).toMatchObject({ ok: true });
    }
  });

  it.each([
    ['14:30:01', 0, 'çağrı, yüklemeden 0 sn sonra'],
    ['14:30:00', 0, 'çağrı, yüklemeden 0 sn sonra'],
    ['14:30:06', 5, 'çağrı, yüklemeden 5 sn sonra'],
    ['14:29:41', -20, 'çağrı, iki saate göre yüklemeden 20 sn önce'],
  ])('says how long after the upload the call of %s began: %i s', (time, seconds, said) => {
    const [attempt] = facts.attempts;
    if (!attempt) throw new Error('There is no attempt.');
    const report = reportOf({
      attempts: [{ ...attempt, startedAt: at + 900 }],
      record: { ...record, startStamp: `2026-11-23 ${time}` },
    });
    expect(report.agreement?.startedAfterSeconds).toBe(seconds);
    expect(JSON.stringify(reportText(report, createTranslate('tr')))).toContain(said);
  });

  it('goes on to a second report page where much is to be said', async () => {
    const call = { at, success: false, reason: 'Meşgul', pagesSent: 0, pagesTotal: 2 };
    const attempt = {
      number: 1,
      startedAt: at,
      endedAt: at + 500,
      outcome: 'accepted',
      orderId: '7',
      callUuid: 'c',
      call,
    } as const;
    const report = reportOf({ attempts: Array.from({ length: 14 }, () => attempt) });
    const pdf = await PDFDocument.load(await makeProof(document, report, tools));
    expect(pdf.getPageCount()).toBe(4);
  });
});

describe('verification', () => {
  it('fails after any one byte is changed', async () => {
    const proof = await makeProof(document, reportOf(), tools);
    const lastBytes = Array.from({ length: 200 }, (_, index) => proof.length - 1 - index);
    const throughout = Array.from({ length: 200 }, (_, index) => Math.floor((index * proof.length) / 200));
    for (const place of [...throughout, ...lastBytes]) {
      const forged = proof.slice();
      forged[place] = (forged[place] ?? 0) ^ 0x20;
      expect(await verifyProof(forged, verifier), `byte ${place}`).toMatchObject({ ok: false });
    }
  });

  it('fails when something is added or cut off', async () => {
    const proof = await makeProof(document, reportOf(), tools);
    expect(await verifyProof(Buffer.concat([proof, Buffer.from('\n')]), verifier)).toMatchObject({ problem: 'noSeal' });
    expect(await verifyProof(proof.subarray(0, -40), verifier)).toMatchObject({ problem: 'noSeal' });
    expect(await verifyProof(proof.subarray(1), verifier)).toMatchObject({ problem: 'changed' });
    expect(await verifyProof(document, verifier)).toMatchObject({ problem: 'noSeal' });
    expect(await verifyProof(new Uint8Array(), verifier)).toMatchObject({ problem: 'noSeal' });
  });

  it('notices data that name another document or other pages, even sealed anew', async () => {
    const other = await assembleFaxPdf([pageOf(500), pageOf(700)]);
    const swapped = await makeProof(
      other,
      { ...reportOf(), document: { ...reportOf().document, bytes: other.length } },
      tools,
    );
    expect(await verifyProof(swapped, verifier)).toEqual({ ok: false, problem: 'documentDiffers' });
    const [page] = reportOf().document.pages;
    if (page === undefined) throw new Error('There is no page.');
    const fewer = { ...reportOf(), document: { ...reportOf().document, pages: [page] } };
    expect(await verifyProof(await makeProof(document, fewer, tools), verifier)).toMatchObject({
      problem: 'pagesDiffer',
    });
  });

  it('notices a report page that shows other than its data, even sealed anew', async () => {
    const proof = await makeProof(document, reportOf(), tools);
    const text = Buffer.from(proof).toString('latin1');
    const shown = text.lastIndexOf('/MediaBox [ 0 0 595.28 841.89 ]');
    const forged = Buffer.from(text.slice(0, shown) + text.slice(shown).replace('841.89', '541.89'), 'latin1');
    expect(await verifyProof(seal(forged, sha256), verifier)).toEqual({ ok: false, problem: 'reportDiffers' });
  });

  it('says when another version of the program made it', async () => {
    const proof = await makeProof(document, reportOf(), tools);
    const verified = await verifyProof(proof, { ...verifier, program: 'Faksla 9.9.9' });
    expect(verified).toMatchObject({ ok: true, reportPage: 'otherVersion' });
  });
});

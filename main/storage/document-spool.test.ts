import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentLostError, createDocumentSpool } from './document-spool';
import { scratchFolder } from './scratch-folder';

const newFolder = (): string => join(scratchFolder(), 'spool');
const pdf = new TextEncoder().encode('%PDF-1.7 a fax');
const sha256 = createHash('sha256').update(pdf).digest('hex');

describe('the document spool', () => {
  it('keeps a document under its SHA-256, for the user only (D1)', async () => {
    const folder = newFolder();
    const spool = createDocumentSpool(folder);
    expect(await spool.save(pdf)).toBe(sha256);
    expect(readdirSync(folder)).toEqual([`${sha256}.pdf`]);
    expect(statSync(join(folder, `${sha256}.pdf`)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(Buffer.from(await spool.read(sha256))).toEqual(Buffer.from(pdf));
  });

  it('closes a folder that others could read', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    await createDocumentSpool(folder).save(pdf);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('keeps one document once, and replaces a damaged copy', async () => {
    const folder = newFolder();
    const spool = createDocumentSpool(folder);
    await Promise.all([spool.save(pdf), spool.save(pdf)]);
    writeFileSync(join(folder, `${sha256}.pdf`), '%PDF-1.7 a fix');
    await spool.save(pdf);
    expect(readdirSync(folder)).toEqual([`${sha256}.pdf`]);
    expect(readFileSync(join(folder, `${sha256}.pdf`))).toEqual(Buffer.from(pdf));
  });

  it('keeps what was erased since, and writes nothing where it is there', async () => {
    const folder = newFolder();
    const spool = createDocumentSpool(folder);
    await spool.save(pdf);
    const { ino } = statSync(join(folder, `${sha256}.pdf`));
    await spool.keep(sha256, pdf);
    expect(statSync(join(folder, `${sha256}.pdf`)).ino).toBe(ino);
    unlinkSync(join(folder, `${sha256}.pdf`));
    await spool.keep(sha256, pdf);
    expect(Buffer.from(await spool.read(sha256))).toEqual(Buffer.from(pdf));
  });

  it('says when a document is gone or no longer what was queued', async () => {
    const folder = newFolder();
    const spool = createDocumentSpool(folder);
    await spool.save(pdf);
    writeFileSync(join(folder, `${sha256}.pdf`), 'something else');
    await expect(spool.read(sha256)).rejects.toThrow(DocumentLostError);
    unlinkSync(join(folder, `${sha256}.pdf`));
    await expect(spool.read(sha256)).rejects.toThrow(DocumentLostError);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { openApp } from './app';
import { openExchange } from './exchange';
import { samples } from './packaged';
import { likeness, readPages, readPagesByGhostscript, type GreyPage } from './pdf-pages';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const LINES = ['Teklif No 2026/11', 'Vanalar 450,00 TL', 'Conta 12,50 TL'];

async function writePdf(file: string): Promise<string> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const orientation of [[595, 842] as const, [842, 595] as const]) {
    const page = document.addPage([...orientation]);
    LINES.forEach((line, index) => page.drawText(line, { x: 60, y: 480 - index * 30, size: 20, font }));
  }
  writeFileSync(file, await document.save());
  return file;
}

const TAGS = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  offset: 273,
  samples: 277,
  rows: 278,
  length: 279,
};

/** A standard-resolution fax page, 1728 × 1078, uncompressed: bars that a machine would have scanned. */
function writeTiff(file: string): string {
  const [width, height] = [1728, 1078];
  const pixels = Buffer.alloc((width / 8) * height);
  for (let y = 100; y < 900; y++) {
    if (Math.floor(y / 40) % 2 === 0) pixels.fill(0xff, (y * width) / 8 + 30, (y * width) / 8 + 130 - (y % 40));
  }
  const resolutions = Buffer.alloc(16);
  [204, 1, 98, 1].forEach((value, index) => resolutions.writeUInt32LE(value, index * 4));
  const start = 8 + pixels.length;
  const fields: [number, number, number][] = [
    [TAGS.width, 4, width],
    [TAGS.height, 4, height],
    [TAGS.bits, 3, 1],
    [TAGS.compression, 3, 1],
    [TAGS.photometric, 3, 0],
    [TAGS.offset, 4, 8],
    [TAGS.samples, 3, 1],
    [TAGS.rows, 4, height],
    [TAGS.length, 4, pixels.length],
    [282, 5, start],
    [283, 5, start + 8],
  ];
  const directory = Buffer.alloc(2 + fields.length * 12 + 4);
  directory.writeUInt16LE(fields.length);
  fields.forEach(([tag, type, value], index) => {
    directory.writeUInt16LE(tag, 2 + index * 12);
    directory.writeUInt16LE(type, 4 + index * 12);
    directory.writeUInt32LE(1, 6 + index * 12);
    directory.writeUInt32LE(value, 10 + index * 12);
  });
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(start + resolutions.length, 4);
  writeFileSync(file, Buffer.concat([head, pixels, resolutions, directory]));
  return file;
}

/** The very dots of the preview. */
async function previewDots(window: Page): Promise<GreyPage> {
  const { width, height, red } = await window
    .getByRole('img', { name: tr.ui.compose.sheetPicture })
    .evaluate((sheet) => {
      const canvas = sheet as HTMLCanvasElement;
      const data =
        canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
      let letters = '';
      for (let at = 0; at < data.length; at += 4) letters += String.fromCharCode(data[at] ?? 0);
      return { width: canvas.width, height: canvas.height, red: letters };
    });
  return { width, height, pixels: Buffer.from(red, 'latin1') };
}

it('a photo, a TIFF and a PDF arrive as the preview shows them, dot for dot, by Ghostscript and by poppler', async () => {
  const home = scratchFolder();
  const exchange = await openExchange();
  const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
  const files = [samples.form, writeTiff(join(home, 'gelen.tif')), await writePdf(join(home, 'teklif.pdf'))];
  const app = await openApp({ home, env, args: files });
  const window = new SendWindow(app.window);
  await expect.poll(() => window.pages().count(), { timeout: 30_000 }).toBe(4);
  await window.setHeader('Deneme');
  await window.addRecipient('02123205072');

  await app.window.getByRole('radio', { name: tr.ui.compose.zoomActual }).check();
  const sheet = app.window.getByRole('region', { name: tr.ui.compose.sheet, exact: true });
  const shown: GreyPage[] = [];
  for (const page of await window.pages().all()) {
    await page.click();
    await app.window.getByText(`${shown.length + 1} / 4`, { exact: true }).waitFor();
    await expect.poll(() => sheet.getAttribute('aria-busy'), { timeout: 30_000 }).toBe('false');
    shown.push(await previewDots(app.window));
  }
  await window.send();
  await app.window.getByText(tr.ui.sent.finished).waitFor({ timeout: 60_000 });
  const pdf = exchange.received()[0]?.bytes ?? new Uint8Array();
  const received = readPagesByGhostscript(pdf);
  for (const pages of [received, readPages(pdf, 204, 196)]) {
    expect(pages.map(({ width, height }) => [width, height])).toEqual(
      shown.map(({ width, height }) => [width, height]),
    );
    pages.forEach((page, index) => {
      expect([index, Buffer.compare(page.pixels, shown[index]?.pixels ?? new Uint8Array())]).toEqual([index, 0]);
    });
  }
  const [upright, turned] = received.slice(2);
  if (upright === undefined || turned === undefined) throw new Error('A page is missing.');
  expect(likeness(upright, turned)).toBeLessThan(0.9);
});

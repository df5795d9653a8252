import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PageSizes } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { demoKey } from '../../main/exchange';
import { writeBadFiles } from './bad-files';
import { faksla, type Finished } from './command-line';
import { openExchange } from './exchange';
import { samples } from './packaged';
import { readPages, type GreyPage } from './pdf-pages';
import { filesHolding, scratchFolder } from './scratch';

interface Sent {
  deliveries: { to: string; state: string; orderId: string; callUuid: string; pages: number; reason: string | null }[];
}

const MARGIN_POINTS = 60;

/** A PDF of one sheet of A4 with a photo on it, margins around. */
async function printedOnA4(jpeg: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const photo = await pdf.embedJpg(jpeg);
  const page = pdf.addPage(PageSizes.A4);
  const { width, height } = photo.scaleToFit(page.getWidth() - 2 * MARGIN_POINTS, page.getHeight() - 2 * MARGIN_POINTS);
  page.drawImage(photo, { x: MARGIN_POINTS, y: page.getHeight() - MARGIN_POINTS - height, width, height });
  return pdf.save();
}

/** How far apart the greys of two pages are on average, 0 to 255. */
function unlike(a: GreyPage | undefined, b: GreyPage | undefined): number {
  if (!a || !b || a.pixels.length !== b.pixels.length) return 255;
  return a.pixels.reduce((sum, grey, i) => sum + Math.abs(grey - (b.pixels[i] ?? 0)), 0) / a.pixels.length;
}

const answerOf = (finished: Finished): unknown => JSON.parse(finished.stdout);

describe('the packaged command line, without a display', () => {
  it('renders what would be sent', async () => {
    const home = scratchFolder();
    const out = join(home, 'a fax.pdf');
    const finished = await faksla(['render', samples.letter, samples.form, '--out', out, '--json'], { home });
    expect(finished).toMatchObject({ code: 0, stderr: '' });
    expect(answerOf(finished)).toMatchObject({
      pages: [
        { source: samples.letter, sourcePage: 1 },
        { source: samples.form, sourcePage: 1 },
      ],
      bytes: readFileSync(out).length,
    });
    expect(readPages(readFileSync(out)).length).toBe(2);
  });

  it('renders a fax again dot for dot', async () => {
    const home = scratchFolder();
    const [first, again] = [join(home, 'fax.pdf'), join(home, 'again.pdf')];
    await faksla(['render', samples.letter, samples.form, '--resolution', 'standard', '--out', first], { home });
    const finished = await faksla(['render', first, '--resolution', 'standard', '--out', again], { home });
    expect(finished).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(again).equals(readFileSync(first))).toBe(true);
  });

  it('renders a photo that a program printed as the photo it is', async () => {
    const home = scratchFolder();
    const [printed, out, fromFile] = [join(home, 'printed.pdf'), join(home, 'out.pdf'), join(home, 'file.pdf')];
    writeFileSync(printed, await printedOnA4(readFileSync(samples.form)));
    expect(await faksla(['render', printed, '--out', out], { home })).toMatchObject({ code: 0, stderr: '' });
    expect(await faksla(['render', samples.form, '--out', fromFile], { home })).toMatchObject({ code: 0, stderr: '' });
    expect(unlike(readPages(readFileSync(out))[0], readPages(readFileSync(fromFile))[0])).toBeLessThan(10);
  });

  it('renders an SVG with HTML in it', async () => {
    const home = scratchFolder();
    const [svg, out] = [join(home, 'form.svg'), join(home, 'form.pdf')];
    const html =
      '<foreignObject width="300" height="90"><p xmlns="http://www.w3.org/1999/xhtml">Teklif</p></foreignObject>';
    const bar = '<rect width="200" height="200" x="100" y="300"/>';
    writeFileSync(svg, `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800">${html}${bar}</svg>`);
    const finished = await faksla(['render', svg, '--out', out], { home });
    expect(finished).toMatchObject({ code: 0, stderr: '' });
    expect(readPages(readFileSync(out))[0]?.pixels.includes(0)).toBe(true);
  });

  it('sends to several numbers, waits, and fetches the document', async () => {
    const home = scratchFolder();
    const exchange = await openExchange();
    const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
    const to = ['--to', '0 212 320 50 72', '--to', '03122204050'];
    const finished = await faksla(['send', samples.letter, ...to, '--wait', '--json'], { home, env });
    expect(finished.code).toBe(0);
    const { deliveries } = answerOf(finished) as Sent;
    expect(deliveries.map(({ to: number, state, pages }) => ({ number, state, pages }))).toEqual([
      { number: '902123205072', state: 'delivered', pages: 1 },
      { number: '903122204050', state: 'delivered', pages: 1 },
    ]);
    expect(
      exchange
        .received()
        .map(({ orderId }) => orderId)
        .sort(),
    ).toEqual(deliveries.map((it) => it.orderId).sort());

    const out = join(home, 'proof.pdf');
    const fetched = await faksla(['document', deliveries[0]?.callUuid ?? '', '--out', out], { home, env });
    expect(fetched.code).toBe(0);
    expect(readPages(readFileSync(out)).length).toBe(1);
    expect(filesHolding(home, exchange.key)).toEqual([]);
    expect(finished.stdout + finished.stderr + fetched.stdout + fetched.stderr).not.toContain(exchange.key);
  });

  it('sends on the demo account with no key and no network', async () => {
    const home = scratchFolder();
    const args = ['send', samples.form, samples.letter, '--to', '0 212 320 50 72', '--wait', '--json', '--demo'];
    const finished = await faksla(args, { home, env: { FAKSLA_API_URL: 'http://127.0.0.1:1' } });
    expect(finished.code).toBe(0);
    expect(answerOf(finished)).toMatchObject({ deliveries: [{ to: '902123205072', state: 'delivered', pages: 2 }] });
  });

  it('tells a busy line by its exit code and its reason', async () => {
    const home = scratchFolder();
    const exchange = await openExchange();
    const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
    const finished = await faksla(['send', samples.letter, '--to', '02123205000', '--wait', '--json'], { home, env });
    expect(finished.code).toBe(1);
    expect(answerOf(finished)).toMatchObject({ deliveries: [{ state: 'failed', reason: 'Meşgul' }] });
  });

  it('says where its fax stands when it is ended while it waits', async () => {
    const home = scratchFolder();
    const exchange = await openExchange();
    const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
    const onStarted = (child: ChildProcess): void =>
      void expect
        .poll(() => exchange.received().length, { timeout: 30_000 })
        .toBe(1)
        .then(() => child.kill('SIGTERM'));
    const args = ['send', samples.letter, '--to', '02123205072', '--wait', '--json'];
    const finished = await faksla(args, { home, env, onStarted });
    const orderId = exchange.received()[0]?.orderId;
    expect(answerOf(finished)).toMatchObject({ deliveries: [{ state: 'accepted', orderId }] });
    expect(finished.code).toBe(6);
    expect(finished.stderr).toContain('faksla outbox');
    expect(answerOf(await faksla(['outbox', '--json'], { home, env }))).toMatchObject({ deliveries: [{ orderId }] });
  });

  it('tells a data folder that is none', async () => {
    const home = samples.letter;
    const finished = await faksla(['outbox', '--json'], { home });
    expect(finished.code).toBe(4);
    expect(finished.stderr).toContain(home);
    expect(answerOf(finished)).toMatchObject({ error: { kind: 'storageFailed' } });
  });

  it('keeps the key in the keychain and never prints it', async () => {
    const home = scratchFolder();
    const exchange = await openExchange();
    const use = { home, env: exchange.env };
    expect((await faksla(['key', 'status'], use)).code).toBe(3);
    const wrong = demoKey();
    const refused = await faksla(['key', 'set'], { ...use, input: `${wrong}\n` });
    expect(refused.code).toBe(1);
    expect(refused.stdout + refused.stderr).not.toContain(wrong);
    const set = await faksla(['key', 'set', '--json'], { ...use, input: `${exchange.key}\n` });
    expect(set).toMatchObject({ code: 0 });
    expect(answerOf(set)).toMatchObject({ kept: 'keychain' });
    expect((await faksla(['pending', '--json'], use)).code).toBe(0);
    expect((await faksla(['key', 'delete'], use)).code).toBe(0);
    expect((await faksla(['records'], use)).code).toBe(3);
    expect(filesHolding(home, exchange.key)).toEqual([]);
  });

  it.each([
    [2, ['send', samples.letter, '--to', '123']],
    [2, ['send', samples.letter]],
    [2, ['sned']],
    [2, ['--json']],
    [3, ['send', samples.letter, '--to', '02123205072']],
    [4, ['render', 'no-such-file.png', '--out', 'out.pdf']],
    [4, ['render', '.', '--out', 'out.pdf']],
  ])('exits with %i: faksla %j', async (code, args) => {
    const home = scratchFolder();
    const finished = await faksla(args, { home, env: { FAKSLA_API_URL: 'http://127.0.0.1:1' } });
    expect({ code: finished.code, stderr: finished.stderr.trim().split('\n').length }).toEqual({ code, stderr: 1 });
    expect(existsSync('out.pdf')).toBe(false);
  });

  it('exits with 5 when the exchange can’t be reached', async () => {
    const home = scratchFolder();
    const env = { FAKSLA_API_URL: 'http://127.0.0.1:1', FAKSLA_API_KEY: demoKey() };
    expect((await faksla(['records', '--json'], { home, env })).code).toBe(5);
  });

  it('tells each bad file apart', async () => {
    const home = scratchFolder();
    const bad = writeBadFiles(home);
    const kinds = {
      empty: 'fileEmpty',
      text: 'fileUnsupported',
      cutJpeg: 'imageDamaged',
      cutPng: 'imageDamaged',
      huge: 'imageTooLarge',
    };
    for (const [which, kind] of Object.entries(kinds)) {
      const out = join(home, 'out.pdf');
      const finished = await faksla(['render', bad[which as keyof typeof bad], '--out', out, '--json'], { home });
      expect({ which, code: finished.code, answer: answerOf(finished) }).toMatchObject({
        code: 4,
        answer: { error: { kind } },
      });
      expect(existsSync(out)).toBe(false);
    }
  });
});

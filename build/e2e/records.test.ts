import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { keepScreenshot, openApp } from './app';
import { faksla } from './command-line';
import { openExchange } from './exchange';
import { samples } from './packaged';
import { readPages } from './pdf-pages';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const { viewer, history } = tr;

describe('a received fax', () => {
  it('appears, is unread until it is opened, and is forwarded; a search is saved by Enter', async () => {
    const home = scratchFolder();
    const exchange = await openExchange();
    const app = await openApp({ home, env: { ...exchange.env, FAKSLA_API_KEY: exchange.key } });
    const window = new SendWindow(app.window);
    await window.show('records');
    await window.button(history.tabs.inbound).click();
    const list = app.window.getByRole('listbox');
    const unread = list.getByRole('option').filter({ hasText: history.unreadMark });
    await app.window.getByText(history.sync.upToDate.split('·')[1]?.replace('{{at}}', '').trim() ?? '').waitFor();
    await exchange.arriveFax();
    await window.button(history.sync.look).click();
    await expect.poll(() => unread.count(), { timeout: 30_000 }).toBe(1);
    await keepScreenshot(app.window, 'received-list');

    const searches = app.window.getByLabel(history.saved.label, { exact: true });
    await searches.selectOption({ label: history.saved.save });
    await app.window.getByLabel(history.saved.name, { exact: true }).fill('İstanbul’dan gelenler');
    await app.window.keyboard.press('Enter');
    await expect.poll(() => searches.locator('option').allTextContents()).toContain('İstanbul’dan gelenler');

    await unread.first().dblclick();
    await app.window
      .getByRole('img', { name: tr.viewer.page.replace('{{n}}', '1'), exact: true })
      .first()
      .waitFor();
    await app.window.locator('canvas[data-page="1"][aria-busy="false"]').first().waitFor();
    await keepScreenshot(app.window, 'received-fax');
    await window.button(viewer.back).click();
    await expect.poll(() => unread.count()).toBe(0);

    await list.getByRole('option').first().dblclick();
    await window.button(viewer.forward).click();
    await expect.poll(() => window.pages().count(), { timeout: 30_000 }).toBeGreaterThan(0);
    const pages = await window.pages().count();
    await window.show('records');
    await list.getByRole('option').first().dblclick();
    await window.button(viewer.forward).click();
    await window.button(tr.ui.arrivals.anew).click();
    await expect.poll(() => window.pages().count(), { timeout: 30_000 }).toBe(pages);
    await window.setHeader('Deneme');
    await window.addRecipient('02123205072');
    await window.send();
    await app.window.getByText(tr.ui.sent.finished).waitFor({ timeout: 60_000 });
    expect(exchange.received()).toMatchObject([{ recipient: '902123205072' }]);
  });
});

it('says before it erases older faxes how old they are, and what of them goes', async () => {
  const exchange = await openExchange();
  const app = await openApp({ home: scratchFolder(), env: { ...exchange.env, FAKSLA_API_KEY: exchange.key } });
  const window = new SendWindow(app.window);
  await window.show('settings');
  await app.window.getByLabel(history.settings.retention, { exact: true }).selectOption('6');
  const said = history.settings.confirmText.documents.replace('{{n}}', '6');
  await app.window.getByRole('dialog').getByText(said).waitFor();
  await window.button(history.settings.confirm).click();
  await app.window.getByRole('radio', { name: history.erase.documentsAndRecords }).click();
  const saidOfAll = history.settings.confirmText.documentsAndRecords.replace('{{n}}', '6');
  await app.window.getByRole('dialog').getByText(saidOfAll).waitFor();
});

describe('a sent fax', () => {
  it('has a proof that poppler opens, that is verified, and no more after one byte was changed', async () => {
    const home = scratchFolder();
    const exchange = await openExchange();
    const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key, LC_ALL: 'tr_TR.UTF-8' };
    const order = ['send', samples.letter, samples.form, '--to', '02123205072', '--header', 'Öğütçü Işık', '--wait'];
    const sent = await faksla([...order, '--json'], { home, env });
    expect(sent).toMatchObject({ code: 0 });
    const { deliveries } = JSON.parse(sent.stdout) as { deliveries: { id: string; callUuid: string }[] };
    const [delivery] = deliveries;
    if (delivery === undefined) throw new Error('Nothing was sent.');

    const out = join(home, 'proof.pdf');
    expect(await faksla(['proof', delivery.callUuid, '--out', out], { home, env })).toMatchObject({ code: 0 });
    const text = execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
    for (const said of ['TESLİM EDİLDİ', 'Öğütçü Işık', '0212 320 50 72', delivery.id, delivery.callUuid]) {
      expect(text).toContain(said);
    }
    const proof = readFileSync(out);
    const original = exchange.received()[0]?.bytes ?? new Uint8Array();
    expect(Buffer.compare(proof.subarray(0, original.length), original)).toBe(0);
    const [, ...pages] = readPages(proof, 100);
    const originals = readPages(original, 100);
    expect(pages.map(({ pixels }) => Buffer.from(pixels).toString('base64'))).toEqual(
      originals.map(({ pixels }) => Buffer.from(pixels).toString('base64')),
    );

    const verified = await faksla(['verify', out, '--json'], { home, env });
    expect([verified.code, JSON.parse(verified.stdout)]).toMatchObject([
      0,
      { verified: true, reportPage: 'same', store: 'agrees' },
    ]);
    const forged = join(home, 'forged.pdf');
    const middle = Math.floor(proof.length / 2);
    writeFileSync(
      forged,
      Buffer.concat([proof.subarray(0, middle), Buffer.of((proof[middle] ?? 0) ^ 1), proof.subarray(middle + 1)]),
    );
    const refused = await faksla(['verify', forged, '--json'], { home, env });
    expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([4, { verified: false, problem: 'changed' }]);
  });
});

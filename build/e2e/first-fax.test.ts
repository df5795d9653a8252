import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { demoKey } from '../../main/exchange';
import { keepScreenshot, openApp } from './app';
import { faksla } from './command-line';
import { decodeImage } from './decode-image';
import { openExchange } from './exchange';
import { isInMemory } from './heap';
import { samples } from './packaged';
import { likeness, readPages } from './pdf-pages';
import { filesHolding, scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const { welcome, sent } = tr.ui;

describe('the first fax', () => {
  it('asks for the key, takes two images and a number, and is delivered', async () => {
    const home = scratchFolder();
    const exchange = await openExchange();
    const app = await openApp({ home, env: exchange.env });
    const window = new SendWindow(app.window);

    await app.window.getByRole('dialog', { name: welcome.title }).waitFor();
    await keepScreenshot(app.window, 'welcome');
    await window.enterKey(demoKey());
    await app.window.getByText(tr.failures.keyRefused).waitFor();
    await window.enterKey(exchange.key);
    await app.window.getByRole('dialog').waitFor({ state: 'detached' });

    await window.drop(samples.letter, samples.form);
    await expect.poll(() => window.pages().count()).toBe(2);
    await window.setHeader('Deneme A.Ş.');
    await window.addRecipient('0 212 320 50 72');
    await keepScreenshot(app.window, 'ready-to-send');
    await window.send();
    await app.window.getByText(sent.finished).waitFor({ timeout: 60_000 });
    await keepScreenshot(app.window, 'delivered');

    const [fax, ...more] = exchange.received();
    expect(more).toEqual([]);
    expect(fax).toMatchObject({ recipient: '902123205072', header: 'Deneme A.Ş.', mime: 'application/pdf' });
    expect(readPages(fax?.bytes ?? new Uint8Array()).length).toBe(2);

    await expectKeyNowhere(app, home, exchange.key);
    await app.close();
    expect(filesHolding(home, exchange.key)).toEqual([]);

    const status = await faksla(['key', 'status', '--json'], { home, env: exchange.env });
    expect(JSON.parse(status.stdout)).toMatchObject({ kept: 'keychain' });
    expect(status.stdout + status.stderr).not.toContain(exchange.key);
  });

  async function expectKeyNowhere(app: Awaited<ReturnType<typeof openApp>>, home: string, key: string): Promise<void> {
    expect(filesHolding(home, key)).toEqual([]);
    expect(app.printed()).not.toContain(key);
    expect(await isInMemory(app.window, key)).toBe(false);
    expect(await isInMemory(app.window, '902123205072')).toBe(true);
  }
});

describe('what the other side receives', () => {
  it('shows what was given, and the window and the command line make the same page', async () => {
    const home = scratchFolder();
    const exchange = await openExchange();
    const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
    const app = await openApp({ home, env, args: [samples.letter] });
    const window = new SendWindow(app.window);
    await expect.poll(() => window.pages().count()).toBe(1);
    await window.setHeader('Deneme');
    await window.addRecipient('02123205072');
    await window.send();
    await app.window.getByText(sent.finished).waitFor({ timeout: 60_000 });
    const source = await decodeImage(app.window, samples.letter);
    await app.close();

    const out = join(home, 'rendered.pdf');
    const rendered = await faksla(['render', samples.letter, '--out', out, '--json'], { home, env });
    expect(rendered).toMatchObject({ code: 0 });
    const [received] = readPages(exchange.received()[0]?.bytes ?? new Uint8Array(), 100);
    const [again] = readPages(readFileSync(out), 100);
    if (received === undefined || again === undefined) throw new Error('A page is missing.');
    expect(Buffer.compare(received.pixels, again.pixels)).toBe(0);
    expect(likeness(received, source)).toBeGreaterThan(0.95);
  });
});

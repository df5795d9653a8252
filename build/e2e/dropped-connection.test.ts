import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { openApp } from './app';
import { openExchange } from './exchange';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

it('a fax whose answer was lost is found at the exchange and not sent twice (D3, D4)', async () => {
  const home = scratchFolder();
  const exchange = await openExchange();
  exchange.misbehave({ kind: 'loseAnswer' });
  const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
  const app = await openApp({ home, env, args: [samples.letter] });
  const window = new SendWindow(app.window);
  await expect.poll(() => window.pages().count()).toBe(1);
  await window.setHeader('Deneme');
  await window.addRecipient('02123205072');
  await window.send();
  await app.window.getByText(tr.ui.sent.finished).waitFor({ timeout: 100_000 });
  expect(exchange.posts().length).toBe(1);
  expect(exchange.received().length).toBe(1);
});

import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { keepScreenshot, openApp, type RunningApp } from './app';
import { axeViolations } from './accessibility';
import { faksla } from './command-line';
import { openExchange } from './exchange';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const { outbox } = tr;
/** One that the exchange has not called on the days before, which would be evidence in the small hours. */
const number = '0242 311 40 60';
const sent = (app: RunningApp, words: string) => app.window.getByRole('option').getByText(words);

/** Three different faxes of a page each to one number get no answer, and the exchange, which can't be asked then, has called once. */
it('a fax of which the evidence is mixed is the user’s to decide, who sees what is known; each choice is done once (D4, D5)', async () => {
  const home = scratchFolder();
  const exchange = await openExchange();
  const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
  const send = (...what: string[]) => faksla(['send', ...what, '--to', number, '--header', 'Ofis'], { home, env });
  // How long the exchange takes is known by one that was answered for.
  expect((await send(samples.form, '--resolution', 'standard', '--wait')).code).toBe(0);
  exchange.misbehave({ kind: 'loseAnswer' });
  exchange.misbehave({ kind: 'dropAfterBody' }, 2);
  for (const on of ['GET /fax_orders', 'GET /fdrs']) exchange.misbehave({ kind: 'status', status: 503, on }, 1_000);
  const three = [[samples.letter], [samples.form], [samples.letter, '--resolution', 'standard']];
  const ends = await Promise.all(three.map((what) => send(...what)));
  expect(ends.map(({ code }) => code)).toEqual([6, 6, 6]);
  expect(exchange.received().length).toBe(2);
  exchange.misbehave(null);

  const app = await openApp({ home, env });
  const { page } = new SendWindow(app.window);
  await new SendWindow(page).show('outbox');
  await expect.poll(() => sent(app, tr.deliveries.needsDecision).count(), { timeout: 110_000 }).toBe(3);
  expect(exchange.posts().length).toBe(4);

  const detail = page.getByRole('complementary', { name: outbox.detail });
  const decide = async (choice: () => Promise<void>, left: number): Promise<void> => {
    await sent(app, tr.deliveries.needsDecision).first().click();
    await detail.getByText(outbox.evidence.title).waitFor();
    await choice();
    await expect.poll(() => sent(app, tr.deliveries.needsDecision).count()).toBe(left);
  };
  await decide(async () => {
    await detail.getByText(tr.ui.outbox.why.ambiguousRecord).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await keepScreenshot(page, 'decision');
    // The call of the fax that was answered for is no evidence.
    expect(await detail.getByRole('button', { name: outbox.evidence.own }).count()).toBe(1);
    await detail.getByRole('button', { name: outbox.evidence.own }).click();
  }, 2);
  await expect.poll(() => sent(app, 'Teslim edildi').count()).toBe(2);
  await decide(async () => {
    // That call is taken now.
    await detail.getByText(outbox.evidence.none.replace(/\{\{.*$/, '').slice(0, 18)).waitFor();
    await detail.getByRole('button', { name: tr.ui.outbox.giveUp }).click();
  }, 1);
  expect(exchange.posts().length).toBe(4);
  await decide(async () => {
    await detail.getByRole('button', { name: tr.ui.outbox.sendAgain }).click();
    const asked = page.getByRole('dialog');
    await asked.getByText(tr.ui.outbox.sendAgainText).waitFor();
    await asked.getByRole('button', { name: tr.ui.outbox.sendAgain }).click();
  }, 0);
  await expect.poll(() => sent(app, 'Teslim edildi').count(), { timeout: 60_000 }).toBe(3);
  expect(exchange.posts().length).toBe(5);
  expect(exchange.received().length).toBe(3);
});

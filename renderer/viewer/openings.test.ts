import { expect, it } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../app/contract';
import { fail, ok } from '../../app/result';
import type { Client } from '../bridge';
import { createOpenings } from './openings';

const fax = { deliveryId: 'a' };

/** Main, whose answers wait until they are let go, and which documents it keeps. */
class Main implements Client {
  readonly kept = new Set<string>();
  asked = 0;
  isLost = false;
  private waiting: (() => void)[] = [];
  private isHeld = false;

  hold(): void {
    this.isHeld = true;
  }
  letGo(): void {
    this.isHeld = false;
    for (const go of this.waiting.splice(0)) go();
  }
  async call<N extends CallName>(name: N, ...[input]: [input?: CallInput<N>]): Promise<CallOutput<N>> {
    if (name === 'document.look') return (await this.look()) as CallOutput<N>;
    if (name === 'document.leave') this.kept.delete((input as CallInput<'document.leave'>).address);
    return undefined as CallOutput<N>;
  }
  on(): () => void {
    return () => undefined;
  }
  private async look(): Promise<CallOutput<'document.look'>> {
    const address = `/documents/${++this.asked}`;
    if (this.isHeld) await new Promise<void>((go) => this.waiting.push(go));
    if (this.isLost) return fail({ kind: 'documentLost' });
    this.kept.add(address);
    return ok({ address, type: 'pdf' });
  }
}

const press = { inspect: () => Promise.resolve(ok({ pageCount: 3, isDrawing: false })) };
const openingsOf = (client: Client) => createOpenings({ client, openPress: () => Promise.resolve(press) });

it('a document is opened once for all who look at it, and kept until the last has left', async () => {
  const main = new Main();
  const open = openingsOf(main);
  const [ahead, viewer] = [open(fax, 'Fax'), open(fax, 'Fax')];
  expect(await viewer.document).toMatchObject({ ok: true, value: { type: 'pdf', pageCount: 3 } });
  expect(await ahead.document).toBe(await viewer.document);
  ahead.leave();
  expect(main.kept.size).toBe(1);
  viewer.leave();
  expect(main.kept.size).toBe(0);
  await open(fax, 'Fax').document;
  expect(main.asked).toBe(2);
});

it('one that is left before main has answered is not kept', async () => {
  const main = new Main();
  main.hold();
  const opening = openingsOf(main)(fax, 'Fax');
  opening.leave();
  main.letGo();
  await opening.document;
  expect(main.kept.size).toBe(0);
});

it('what could not be opened is tried anew, also while the first who asked is still there', async () => {
  const main = new Main();
  main.isLost = true;
  const open = openingsOf(main);
  const first = open(fax, 'Fax');
  expect(await first.document).toEqual(fail({ kind: 'documentLost' }));
  main.isLost = false;
  const again = open(fax, 'Fax');
  expect(await again.document).toMatchObject({ ok: true });
  first.leave();
  expect(main.kept.size).toBe(1);
  again.leave();
  expect(main.kept.size).toBe(0);
});

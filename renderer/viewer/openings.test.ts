import { afterEach, expect, it, vi } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../app/contract';
import { fail, ok, type Result } from '../../app/result';
import type { Client } from '../bridge';
import type { SourceFile, ViewedPage, ViewOptions } from '../compose/press';
import { createOpenings, keepingOne, type Openings } from './openings';

const fax = { of: { deliveryId: 'a' }, name: 'Fax', firstTurn: 0 } as const;

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

/** Says of each picture how it was drawn, and whether it was closed since. */
class Pictures {
  readonly drawn: ViewOptions[] = [];
  open = 0;

  readonly press = {
    inspect: () => Promise.resolve(ok({ pageCount: 3, isDrawing: false })),
    view: (_file: SourceFile, options: ViewOptions): Promise<Result<ViewedPage>> => {
      this.drawn.push(options);
      this.open += 1;
      const picture = { width: options.widthPx, height: 1, close: () => (this.open -= 1) };
      return Promise.resolve(ok({ picture, widthInch: 8, heightInch: 11 }));
    },
  };
}

afterEach(() => void vi.useRealTimers());

const openingsOf = (client: Client, pictures = new Pictures()) =>
  createOpenings({ client, openPress: () => Promise.resolve(pictures.press), likelyWidthPx: () => 600 });

/** The widths in which a page was shown. */
async function shownOf(
  openings: Openings,
  file: SourceFile,
  options: Partial<ViewOptions> = {},
  isThumbnail = false,
): Promise<number[]> {
  const shown: number[] = [];
  const whole = { sourcePage: 1, rotation: 0, widthPx: 600, ...options } as const;
  await openings.draw(file, whole, { signal: new AbortController().signal, isThumbnail }, (page) => {
    if (page.ok) shown.push(page.value.picture.width);
    if (page.ok) page.value.picture.close();
  });
  return shown;
}

it('a document is opened once for all who look at it, and kept until the last has left', async () => {
  const main = new Main();
  const { open } = openingsOf(main);
  const [ahead, viewer] = [open(fax), open(fax)];
  expect(await viewer.document).toMatchObject({ ok: true, value: { type: 'pdf', pageCount: 3 } });
  expect(await ahead.document).toBe(await viewer.document);
  ahead.leave();
  expect(main.kept.size).toBe(1);
  viewer.leave();
  expect(main.kept.size).toBe(0);
  await open(fax).document;
  expect(main.asked).toBe(2);
});

it('one that is left before main has answered is not kept', async () => {
  const main = new Main();
  main.hold();
  const opening = openingsOf(main).open(fax);
  opening.leave();
  main.letGo();
  await opening.document;
  expect(main.kept.size).toBe(0);
});

it('what could not be opened is tried anew, also while the first who asked is still there', async () => {
  const main = new Main();
  main.isLost = true;
  const { open } = openingsOf(main);
  const first = open(fax);
  expect(await first.document).toEqual(fail({ kind: 'documentLost' }));
  main.isLost = false;
  const again = open(fax);
  expect(await again.document).toMatchObject({ ok: true });
  first.leave();
  expect(main.kept.size).toBe(1);
  again.leave();
  expect(main.kept.size).toBe(0);
});

it('the first page is drawn ahead, and not again where its width was right', async () => {
  const pictures = new Pictures();
  const openings = openingsOf(new Main(), pictures);
  const opening = openings.open(fax);
  const document = await opening.document;
  if (!document.ok) throw new Error('It should open.');
  const { file } = document.value;
  await expect.poll(() => pictures.drawn).toHaveLength(1);
  expect(await shownOf(openings, file)).toEqual([600]);
  expect(pictures.drawn).toHaveLength(1);
  // What was shown once is drawn when it is wanted again.
  expect(await shownOf(openings, file)).toEqual([600]);
  expect(await shownOf(openings, file, { sourcePage: 2 })).toEqual([600]);
  expect(await shownOf(openings, file, { widthPx: 84 }, true)).toEqual([84]);
  expect(pictures.drawn).toHaveLength(4);
  opening.leave();
  expect(pictures.open).toBe(0);
});

it('a first page of another width is shown until it is drawn anew, one that lies otherwise is not', async () => {
  const pictures = new Pictures();
  const openings = openingsOf(new Main(), pictures);
  const opened = async (): Promise<SourceFile> => {
    const document = await openings.open(fax).document;
    if (!document.ok) throw new Error('It should open.');
    return document.value.file;
  };
  expect(await shownOf(openings, await opened(), { widthPx: 700 })).toEqual([600, 700]);
  const again = openings.open({ ...fax, of: { deliveryId: 'b' } });
  const document = await again.document;
  if (!document.ok) throw new Error('It should open.');
  await expect.poll(() => pictures.drawn.at(-1)).toMatchObject({ widthPx: 700, rotation: 0 });
  expect(await shownOf(openings, document.value.file, { widthPx: 700, rotation: 90 })).toEqual([700]);
  expect(pictures.open).toBe(0);
});

it('a picture nobody took is closed with its document', async () => {
  const pictures = new Pictures();
  const opening = openingsOf(new Main(), pictures).open(fax);
  await opening.document;
  await expect.poll(() => pictures.open).toBe(1);
  opening.leave();
  await expect.poll(() => pictures.open).toBe(0);
});

it('keeps open what is to be looked at until something else is', async () => {
  const main = new Main();
  const keepOpen = keepingOne(openingsOf(main).open);
  keepOpen(fax);
  await Promise.resolve();
  keepOpen(fax);
  await expect.poll(() => main.kept.size).toBe(1);
  expect(main.asked).toBe(1);
  keepOpen(null);
  expect(main.kept.size).toBe(0);
});

it('opens what is selected at once, and of selections that follow each other fast the one that rests', () => {
  vi.useFakeTimers();
  const main = new Main();
  const { openAhead } = openingsOf(main);
  const select = (id: string) => openAhead({ ...fax, of: { deliveryId: id } });
  let leave = select('a');
  expect(main.asked).toBe(1);
  for (const id of ['b', 'c', 'd']) {
    vi.advanceTimersByTime(30);
    leave();
    leave = select(id);
  }
  expect(main.asked).toBe(1);
  vi.advanceTimersByTime(200);
  expect(main.asked).toBe(2);
  leave();
  leave = select('e');
  expect(main.asked).toBe(3);
  leave();
});

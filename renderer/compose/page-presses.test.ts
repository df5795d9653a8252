import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../app/result';
import { PagePresses } from './page-presses';
import type { Page } from './pages';
import type { FaxPage, SourceFile } from './press';

const choices = { resolution: 'fine', mode: 'auto' } as const;
const page = (id: string, rotation: Page['rotation'] = 0): Page => ({
  id,
  source: { file: new Blob([]), name: id, pageCount: 1 },
  sourcePage: 1,
  rotation,
});
const faxPage: FaxPage = {
  t6: new Uint8Array(1),
  widthPels: 8,
  scanLines: 1,
  resolution: 'fine',
  corners: null,
  warnings: [],
};

/** A press that waits to be told what comes out. */
class FakePress {
  readonly asked: string[] = [];
  readonly signals = new Map<string, AbortSignal | undefined>();
  readonly #answers = new Map<string, (result: Result<FaxPage>) => void>();
  page = ({ name }: SourceFile, _options: unknown, signal?: AbortSignal): Promise<Result<FaxPage>> => {
    this.asked.push(name);
    this.signals.set(name, signal);
    return new Promise((resolve) => this.#answers.set(name, resolve));
  };
  async answer(name: string, result: Result<FaxPage> = ok(faxPage)): Promise<void> {
    this.#answers.get(name)?.(result);
    await turn();
  }
}

/** Lets every promise that is due have its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function pending(): { promise: Promise<void>; settle: () => void } {
  let settle = (): void => undefined;
  const promise = new Promise<void>((resolve) => (settle = resolve));
  return { promise, settle };
}

const started = (): { press: FakePress; presses: PagePresses } => {
  const press = new FakePress();
  return {
    press,
    presses: new PagePresses(
      () => Promise.resolve(press),
      () => undefined,
    ),
  };
};

describe('the pressing of pages', () => {
  it('does two at a time, the page in the preview first', async () => {
    const { press, presses } = started();
    presses.want([page('a'), page('b'), page('c'), page('d')], choices, 'c');
    await turn();
    expect(press.asked).toEqual(['c', 'a']);
    await press.answer('c');
    expect(press.asked).toEqual(['c', 'a', 'b']);
  });

  it('lets what is urgent go before', async () => {
    const { press, presses } = started();
    const { promise, settle } = pending();
    presses.yieldTo(promise);
    presses.want([page('a')], choices, null);
    await turn();
    expect(press.asked).toEqual([]);
    settle();
    await turn();
    expect(press.asked).toEqual(['a']);
  });

  it('presses a page once, and tells its listeners when it is there', async () => {
    const { press, presses } = started();
    const a = page('a');
    let told = 0;
    presses.subscribe(() => (told += 1));
    presses.want([a], choices, null);
    presses.want([a], choices, 'a');
    const both = Promise.all([presses.get(a, choices), presses.get(a, choices)]);
    await turn();
    expect(presses.peek(a, choices)).toBeNull();
    await press.answer('a');
    expect(await both).toEqual([ok(faxPage), ok(faxPage)]);
    expect(presses.peek(a, choices)).toEqual(ok(faxPage));
    expect([press.asked, told]).toEqual([['a'], 1]);
  });

  it('gives up pages that are no longer wanted, and presses a turned page anew', async () => {
    const { press, presses } = started();
    presses.want([page('a'), page('b')], choices, null);
    const gone = presses.get(page('a'), choices);
    await turn();
    presses.want([page('b', 90)], choices, null);
    expect(await gone).toEqual(fail({ kind: 'cancelled' }));
    expect(press.signals.get('a')?.aborted).toBe(true);
    await press.answer('a');
    expect(press.asked).toEqual(['a', 'b', 'b']);
  });

  it('takes a press that breaks for a damaged image, and goes on', async () => {
    const failed: string[] = [];
    const page_ = ({ name }: SourceFile): Promise<Result<FaxPage>> =>
      name === 'a' ? Promise.reject(new Error('worker gone')) : Promise.resolve(ok(faxPage));
    const presses = new PagePresses(
      () => Promise.resolve({ page: page_ }),
      ({ id }, { kind }) => failed.push(`${id} ${kind}`),
    );
    expect(await presses.get(page('a'), choices)).toEqual(fail({ kind: 'imageDamaged', name: 'a' }));
    expect(await presses.get(page('b'), choices)).toEqual(ok(faxPage));
    expect(failed).toEqual(['a imageDamaged']);
  });
});

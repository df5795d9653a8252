import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AssemblyLostError, createPress, type Press, type PressOptions } from './press';
import { fail, ok } from '../../app/result';
import type { WorkerLike } from './worker/pool';
import type { ReadGiven } from './worker/read-given';
import type { Request, ToWorker } from './worker/protocol';

/** A worker that answers when the test says so. */
class FakeWorker implements WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly requests: Request[] = [];
  readonly shared: unknown[] = [];
  terminated = false;

  postMessage(message: ToWorker): void {
    if ('pdfium' in message) this.shared.push(message.pdfium);
    else this.requests.push(message);
  }

  shares(pdfium: string): void {
    this.onmessage?.({ data: { pdfium } } as MessageEvent);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(answer: unknown, request = this.requests.at(-1)): void {
    this.onmessage?.({ data: { id: request?.id, answer } } as MessageEvent);
  }

  crash(): void {
    this.onerror?.({ preventDefault: () => undefined } as ErrorEvent);
  }
}

class FakeWorkers {
  readonly press: FakeWorker[] = [];
  readonly painters: FakeWorker[] = [];
  readonly assemblers: FakeWorker[] = [];

  constructor(readonly count: number) {}

  startPress(): FakeWorker {
    return start(this.press);
  }

  startPainter(): FakeWorker {
    return start(this.painters);
  }

  startAssembler(): FakeWorker {
    return start(this.assemblers);
  }
}

function start(into: FakeWorker[]): FakeWorker {
  const worker = new FakeWorker();
  into.push(worker);
  return worker;
}

const options: PressOptions = { resolution: 'fine', mode: 'auto', rotation: 0, sourcePage: 1 };
const file = new Blob([]);
const page = (press: Press, name: string, signal?: AbortSignal) => press.page({ file, name }, options, signal);
const pressed = (name: string) => ({ ok: true, value: name });
/** Main, which keeps no files. */
const keepsNone: ReadGiven = ({ token }) => Promise.resolve(fail({ kind: 'fileNotFound', name: token }));
const namesOf = (workers: readonly FakeWorker[]): string[][] =>
  workers.map(({ requests }) => requests.map(({ job }) => (job as { name: string }).name));

describe('createPress', () => {
  let workers: FakeWorkers;
  let press: Press;
  const worker = (index: number): FakeWorker => {
    const found = workers.press[index];
    if (found === undefined) throw new Error(`Worker ${index} was not started.`);
    return found;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    workers = new FakeWorkers(2);
    press = createPress(workers, keepsNone);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts no worker before it is used, and no more than are needed', async () => {
    expect(workers.press).toEqual([]);
    const first = page(press, 'a');
    expect(workers.press).toHaveLength(1);
    worker(0).answer(pressed('a'));
    expect(await first).toEqual(pressed('a'));
    void page(press, 'b');
    expect(namesOf(workers.press)).toEqual([['a', 'b']]);
    expect(workers.assemblers).toEqual([]);
  });

  it('hands PDFium on that a worker compiled, also to those started later', () => {
    void page(press, 'a');
    worker(0).shares('compiled');
    void page(press, 'b');
    expect(worker(0).requests).toHaveLength(1);
    expect(worker(1).shared).toEqual(['compiled']);
    worker(1).shares('again');
    expect(worker(0).shared).toEqual(['again']);
  });

  it('starts what the first page is made by beforehand, where that is asked for', () => {
    press.prepare(2);
    press.prepare(2);
    expect(workers.press).toHaveLength(2);
    void page(press, 'a');
    expect(namesOf(workers.press)).toEqual([['a'], []]);
    press.close();
    press.prepare(2);
    expect(workers.press).toHaveLength(2);
  });

  it('gives each worker one page at a time, in order', async () => {
    const pages = ['a', 'b', 'c', 'd'].map((name) => page(press, name));
    expect(namesOf(workers.press)).toEqual([['a'], ['b']]);
    worker(1).answer(pressed('b'));
    worker(0).answer(pressed('a'));
    expect(namesOf(workers.press)).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ]);
    worker(0).answer(pressed('d'));
    worker(1).answer(pressed('c'));
    expect(await Promise.all(pages)).toEqual(['a', 'b', 'c', 'd'].map(pressed));
  });

  it('recognises a file and makes its thumbnail before the pages that wait, in order', () => {
    for (const name of ['a', 'b', 'c']) void page(press, name);
    void press.inspect({ file, name: 'd' });
    void press.thumbnail({ file, name: 'e' }, { sourcePage: 1, rotation: 0 });
    for (let i = 0; i < 3; i++) worker(0).answer(pressed('done'));
    expect(namesOf(workers.press)).toEqual([['a', 'd', 'e', 'c'], ['b']]);
  });

  it('gives a page to the worker that was last at its file, where there is a choice', () => {
    const [one, two] = [new Blob(['1']), new Blob(['2'])];
    void press.inspect({ file: one, name: 'one' });
    void press.inspect({ file: two, name: 'two' });
    worker(0).answer(pressed('one'));
    worker(1).answer(pressed('two'));
    void press.page({ file: two, name: 'page of two' }, options);
    void press.page({ file: one, name: 'page of one' }, options);
    expect(namesOf(workers.press)).toEqual([
      ['one', 'page of one'],
      ['two', 'page of two'],
    ]);
  });

  it('paints a page in a worker of its own, at once, and nothing for who looks away', async () => {
    for (const name of ['a', 'b', 'c']) void page(press, name);
    const coded = { t6: Uint8Array.of(1), widthPels: 8, scanLines: 1, resolution: 'fine' } as const;
    const look = { squashed: false, reduced: null };
    const painted = press.paint({ ...coded }, look);
    workers.painters[0]?.answer('picture');
    expect(await painted).toBe('picture');
    expect(workers.painters[0]?.requests.map(({ job }) => job)).toEqual([{ page: coded, options: look }]);
    expect(await press.paint(coded, look, AbortSignal.abort())).toBeNull();
    const lost = press.paint(coded, look);
    workers.painters[0]?.crash();
    expect(await lost).toBeNull();
  });

  it('says the image is damaged when its worker crashes, and goes on with another', async () => {
    const [first, , third] = ['a', 'b', 'c'].map((name) => page(press, name));
    worker(0).crash();
    expect(await first).toEqual({ ok: false, failure: { kind: 'imageDamaged', name: 'a' } });
    expect(worker(0).terminated).toBe(true);
    worker(2).answer(pressed('c'));
    expect(await third).toEqual(pressed('c'));
  });

  it('says the page is too slow when its worker takes 15 seconds, counted from its turn', async () => {
    const pages = ['a', 'b', 'c'].map((name) => page(press, name));
    vi.advanceTimersByTime(10_000);
    worker(0).answer(pressed('a'));
    vi.advanceTimersByTime(5000);
    expect(await pages[1]).toEqual({ ok: false, failure: { kind: 'pageTooSlow', name: 'b' } });
    expect([worker(0).terminated, worker(1).terminated]).toEqual([false, true]);
    vi.advanceTimersByTime(10_000);
    expect(await pages[2]).toEqual({ ok: false, failure: { kind: 'pageTooSlow', name: 'c' } });
  });

  it('says a PDF is damaged or asks for too much when its worker crashes', async () => {
    const name = 'a.pdf';
    const inspected = press.inspect({ file: new Blob(['\n%PDF-1.7\n']), name });
    worker(0).crash();
    expect(await inspected).toEqual({ ok: false, failure: { kind: 'documentTooHeavy', name } });
  });

  it('tells the workers which jobs are of the same file', () => {
    const other = { file: new Blob([]), name: 'b', password: 'gizli' };
    for (const each of [{ file, name: 'a' }, other]) void press.inspect(each);
    void press.thumbnail({ file, name: 'a' }, { sourcePage: 2, rotation: 0 });
    worker(0).answer(pressed('a'));
    const jobs = workers.press.flatMap(({ requests }) => requests.map(({ job }) => job));
    expect(jobs).toMatchObject([{ id: 1 }, { id: 1, sourcePage: 2 }, { id: 2, password: 'gizli' }]);
  });

  it('knows a file that main keeps by its token', () => {
    const workers = new FakeWorkers(1);
    const press = createPress(workers, keepsNone);
    void press.inspect({ file: { token: 'a' }, name: 'a' });
    workers.press[0]?.answer(ok({ pageCount: 1, isDrawing: false }));
    void press.page({ file: { token: 'a' }, name: 'a' }, options);
    const [inspected, page] = workers.press[0]?.requests ?? [];
    expect(page?.job).toMatchObject({ id: (inspected?.job as { id: number }).id });
  });

  it('rehearses where no page was made yet, once', () => {
    const workers = new FakeWorkers(1);
    const press = createPress(workers, keepsNone);
    press.rehearse();
    press.rehearse();
    expect(workers.press[0]?.requests.map(({ call }) => call)).toEqual(['rehearse']);
    const another = new FakeWorkers(1);
    const busy = createPress(another, keepsNone);
    void busy.inspect({ file, name: 'a' });
    busy.rehearse();
    expect(another.press[0]?.requests.map(({ call }) => call)).toEqual(['inspect']);
  });

  it('answers an abort at once, whether the page waits or is under way, and keeps the worker', async () => {
    const abort = new AbortController();
    const given = ['a', 'b', 'c'].map((name) => page(press, name, abort.signal));
    const wanted = page(press, 'd');
    abort.abort();
    for (const each of given) expect(await each).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    worker(0).answer(pressed('a'));
    expect(namesOf(workers.press)).toEqual([['a', 'd'], ['b']]);
    worker(0).answer(pressed('d'));
    expect(await wanted).toEqual(pressed('d'));
  });

  it('takes no page that was aborted before', async () => {
    expect(await page(press, 'a', AbortSignal.abort())).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(workers.press).toEqual([]);
  });

  it('ends its workers when closed', async () => {
    const pages = ['a', 'b', 'c'].map((name) => page(press, name));
    press.close();
    for (const each of pages) expect(await each).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(workers.press.map(({ terminated }) => terminated)).toEqual([true, true]);
    expect(await page(press, 'd')).toMatchObject({ failure: { kind: 'cancelled' } });
  });

  it('assembles in a worker of its own, and throws when that is lost', async () => {
    const pdf = press.assemble([]);
    workers.assemblers[0]?.answer(Uint8Array.of(37));
    expect(await pdf).toEqual(Uint8Array.of(37));
    const lost = press.assemble([]);
    workers.assemblers[0]?.crash();
    await expect(lost).rejects.toThrow(AssemblyLostError);
    expect(workers.press).toEqual([]);
  });
});

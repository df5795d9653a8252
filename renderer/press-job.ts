import type { PressedPage, PressJob } from '../app/contract';
import { fail, ok, type Result } from '../app/result';
import { type Client, createClient } from './bridge';
import { createPress, type FaxPage, type Press } from './compose/press';
import { recognise } from './compose/recognise';

interface Pressed {
  readonly page: FaxPage;
  readonly about: PressedPage;
}

/** Presses the pages of one file of the job, several at once. After a failure nothing new is begun. */
async function pressFile(job: PressJob, index: number, press: Press): Promise<Result<Pressed[]>> {
  const file = job.files[index];
  if (!file) return ok([]);
  const recognised = await recognise({ file: { token: file.token }, name: file.name }, press);
  if (!recognised.ok) return recognised;
  const source = recognised.value;
  const stop = new AbortController();
  const pages = Array.from({ length: source.pageCount }, async (_, at): Promise<Result<Pressed>> => {
    const options = { resolution: job.resolution, mode: job.mode, rotation: 0, sourcePage: at + 1 } as const;
    const page = await press.page(source, options, stop.signal);
    if (page.ok) return ok({ page: page.value, about: aboutPage(page.value, index, at + 1) });
    stop.abort();
    return page;
  });
  return allOrFailure(await Promise.all(pages));
}

/** All values, or the failure that stopped the others. */
function allOrFailure<T>(results: readonly Result<T>[]): Result<T[]> {
  const failed = results.filter((result) => !result.ok);
  const cause = failed.find(({ failure }) => failure.kind !== 'cancelled') ?? failed[0];
  return cause ?? ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

const aboutPage = ({ t6, widthPels, scanLines }: FaxPage, file: number, sourcePage: number): PressedPage => ({
  file,
  sourcePage,
  widthPels,
  scanLines,
  t6Bytes: t6.length,
});

/** Several files at once, in their order; nothing new is begun after a failure, which then is the answer. */
async function pressJob(job: PressJob, press: Press): Promise<Result<Pressed[]>> {
  const results: Result<Pressed[]>[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < job.files.length && results.every(({ ok }) => ok)) {
      const index = next++;
      results[index] = await pressFile(job, index, press);
    }
  };
  await Promise.all(Array.from({ length: navigator.hardwareConcurrency }, work));
  const pages = allOrFailure(results);
  return pages.ok ? ok(pages.value.flat()) : pages;
}

/** The command line's press: takes the job, makes the PDF, answers. The first file that fails is the answer. */
async function run(client: Client): Promise<void> {
  const press = createPress();
  press.prepare(2);
  const job = await client.call('press.take');
  const pressed = await pressJob(job, press);
  if (!pressed.ok) return client.call('press.finish', pressed);
  const pdf = await press.assemble(pressed.value.map(({ page }) => page));
  return client.call('press.finish', ok({ pdf, pages: pressed.value.map(({ about }) => about) }));
}

const client = createClient(window.faksla);
await run(client).catch(async (error: unknown) => {
  await client.call('press.finish', fail({ kind: 'pressBroken' }));
  throw error;
});

import type { OpenedFile } from '../app/contract';
import { files, isOpening, startPressWorker, takeWorker, transport } from './ahead';
import { begin } from './beginning';
import { createClient } from './bridge';
import { foreseeing } from './compose/foreseeing';
import { browserWorkers, createPress } from './compose/press';

/*
 * What the window has before its interface is loaded, which takes a while: main to ask, and the press, which meanwhile
 * begins with the first of the files that are given.
 */

const LONGEST_MS = 250;

export const query = new URLSearchParams(location.search);
export const client = createClient(transport);
const workers = { ...browserWorkers(), startPress: () => takeWorker() ?? startPressWorker() };
export const press = foreseeing(createPress(files, workers));

if (isOpening) press.prepare(1);

let onRead = (): void => undefined;
/** The first of them has been read and is with a worker, which goes on while the interface is drawn. */
export const isRead = isOpening && new Promise<void>((resolve) => (onRead = resolve));
/** No window waits any longer to be drawn. */
export const isTooLong = new Promise<void>((resolve) => setTimeout(resolve, isOpening ? LONGEST_MS : 0));

export const beginning = begin(client, ({ files: [first] }) => {
  if (first && first.isFolder !== true) void foresee(first).then(onRead);
  else onRead();
});

async function foresee({ token, name }: OpenedFile): Promise<void> {
  const part = await files.readPart({ token }, 0);
  if (part.ok) press.foresee({ file: { token }, name }, part.value);
}

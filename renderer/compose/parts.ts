import { partsChannel } from '../../app/file-parts';
import { openPort } from '../hand-over';
import { askForParts } from './worker/ask-for-parts';
import type { ReadPart } from './worker/stored';

/** How given files are read, which main keeps. */
export interface GivenFiles {
  readonly readPart: ReadPart;
  /** A port to main for a worker that reads them itself. */
  readonly openPort: () => MessagePort;
}

/** Nothing is opened before the first file is read: main serves nothing before it has given one. */
export function givenFiles(): GivenFiles {
  const open = (): MessagePort => openPort(partsChannel);
  let own: ReadPart | null = null;
  return { readPart: (file, from) => (own ??= askForParts(open()))(file, from), openPort: open };
}

import type { Arrival, Bridge } from '../app/contract';
import type { FilePart } from '../app/file-parts';
import type { Result } from '../app/result';
import type { ReadPart } from './compose/worker/stored';

export interface AskedAhead {
  readonly main: Bridge;
  readonly readPart: ReadPart;
}

/**
 * Main, asked already for the draft, and for the first bytes of what arrives meanwhile: who asks for them gets what was
 * asked then. What arrived is told to the first who listens.
 */
export function askAhead(main: Bridge, readPart: ReadPart): AskedAhead {
  let draft: Promise<unknown> | null = main.invoke('draft.take', undefined);
  let begun: { readonly token: string; readonly part: Promise<Result<FilePart>> } | null = null;
  let arrived: unknown[] = [];
  const keepNothing = main.on('arrived', (arrival) => {
    const [first] = (arrival as Arrival).files;
    if (first && first.isFolder !== true && arrived.length === 0)
      begun = { token: first.token, part: readPart({ token: first.token }, 0) };
    arrived.push(arrival);
  });
  return {
    main: {
      invoke(name, input) {
        const ahead = name === 'draft.take' ? draft : null;
        if (ahead !== null) draft = null;
        return ahead ?? main.invoke(name, input);
      },
      on(name, listener) {
        const stop = main.on(name, listener);
        if (name === 'arrived') {
          keepNothing();
          arrived.forEach(listener);
          arrived = [];
        }
        return stop;
      },
    },
    readPart(file, from) {
      const ahead = from === 0 && begun?.token === file.token ? begun.part : null;
      if (ahead !== null) begun = null;
      return ahead ?? readPart(file, from);
    },
  };
}

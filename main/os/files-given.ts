import type { App } from 'electron';
import { z } from 'zod';

/** The files given to the program from outside: at its start, by a second start, by macOS. In the order given. */
export interface FilesGiven {
  /** From now on, and with those given before, hands paths to `receive`. */
  deliverTo(receive: (paths: string[]) => Promise<void>): void;
  onArrival(listener: () => void): void;
}

const secondStartSchema = z.object({ files: z.array(z.string()).max(10_000) });

/** `null` in a second start: the first has the files then, and this one is ending. */
export function watchFilesGiven(app: App, first: readonly string[]): FilesGiven | null {
  if (!app.requestSingleInstanceLock({ files: first })) {
    app.quit();
    return null;
  }
  const waiting = [...first];
  let receive: ((paths: string[]) => Promise<void>) | null = null;
  let arrived = (): void => undefined;

  const arrive = (paths: readonly string[]): void => {
    waiting.push(...paths);
    arrived();
    flush();
  };
  const flush = (): void => {
    if (receive !== null && waiting.length > 0) void receive(waiting.splice(0));
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    arrive(secondStartSchema.safeParse(data).data?.files ?? []);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    arrive([path]);
  });
  return {
    deliverTo(given) {
      receive = given;
      flush();
    },
    onArrival: (listener) => void (arrived = listener),
  };
}

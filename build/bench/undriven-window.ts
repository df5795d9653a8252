import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place';
import { type Asking, environment, type WatchedWindow, watchWindow } from './watched-window';

export interface UndrivenWindow extends WatchedWindow {
  /** The value of a script in the page. */
  readonly evaluate: (script: string) => Promise<unknown>;
}

interface Answer {
  readonly id: number;
  readonly answer: unknown;
}

/** The app in a folder of its own, behind a script that answers questions before it starts it. */
function answeringApp({ root, app }: Place, folder: string): string {
  mkdirSync(folder);
  for (const part of ['dist', 'node_modules']) symlinkSync(join(app, part), join(folder, part));
  cpSync(join(root, 'build/bench/undriven/answering.cjs'), join(folder, 'answering.cjs'));
  const about = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...about, main: 'answering.cjs' }));
  return folder;
}

/**
 * Starts the app with no driver in its page (`undriven/answering.cjs`): Playwright's debugger keeps all that workers
 * fetch, some hundred megabytes of it, in the very process that is measured.
 */
export async function openUndrivenWindow(place: Place, home: string): Promise<UndrivenWindow> {
  const env = environment(home);
  const answering = answeringApp(place, `${home}-app`);
  const child = spawn(place.electron, [...place.asRoot, answering, '--demo'], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  let last = 0;
  const isShown = new Promise<void>((shown) => waiting.set(0, () => shown()));
  child.on('message', (message) => {
    const { id, answer } = message as Answer;
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ask = (question: object): Promise<unknown> =>
    new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      child.send({ id, ...question });
    });
  await Promise.race([
    isShown,
    ended.then(() => Promise.reject(new Error('The app ended before its window was shown.'))),
  ]);
  const evaluate = (script: string): Promise<unknown> => ask({ script });
  const metrics = () => ask({ isAbout: 'metrics' }) as ReturnType<Asking['metrics']>;
  const pid = Number(await ask({ isAbout: 'pid' }));
  return {
    ...watchWindow(place, env, { pid, metrics, evaluate }),
    evaluate,
    async close() {
      void ask({ isAbout: 'end' });
      await ended;
    },
  };
}

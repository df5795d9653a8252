import type { Bridge } from '../app/contract';

/** Main, asked already for the draft: who asks for it gets what was asked then. What arrived is told to the first who listens. */
export function askAhead(main: Bridge): Bridge {
  let draft: Promise<unknown> | null = main.invoke('draft.take', undefined);
  let arrived: unknown[] = [];
  const keepNothing = main.on('arrived', (arrival) => arrived.push(arrival));
  return {
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
  };
}

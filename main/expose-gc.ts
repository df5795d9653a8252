import type { App } from 'electron';

/** Lets the workers of our pages collect garbage when they know that there is some (decision 0016). Before the app is ready. */
export const exposeGc = ({ commandLine }: Pick<App, 'commandLine'>): void =>
  commandLine.appendSwitch('js-flags', '--expose-gc');

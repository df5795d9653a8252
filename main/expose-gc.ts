import type { App } from 'electron';

/** Lets the workers of our pages collect garbage when they know that there is some, and keeps what they make young small (decision 0027). Before the app is ready. */
export const exposeGc = ({ commandLine }: Pick<App, 'commandLine'>): void =>
  commandLine.appendSwitch('js-flags', '--expose-gc --max-semi-space-size=1');

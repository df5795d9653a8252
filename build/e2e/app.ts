import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { asRoot, packaged, screenshots } from './packaged';

export interface Desk {
  /** The data folder, `FAKSLA_HOME`. */
  readonly home: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  /** All the app has written to standard output and error so far. */
  printed(): string;
  close(): Promise<void>;
}

/** Opens the packaged app's window, in Turkish unless `env` says otherwise, and waits until it can be used. */
export async function openApp({ home, args = [], env = {} }: Desk): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath: packaged.program,
    args: [...asRoot, ...args],
    env: environment(home, env),
  });
  const child = electron.process();
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const close = once(async () => {
    if (hasEnded(child)) return;
    await agreeToQuit(electron);
    await electron.close();
  });
  onTestFinished(close);
  const window = await electron.firstWindow();
  await window.getByRole('main').waitFor();
  return { electron, window, printed: () => text, close };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** The question that quitting asks while faxes wait is answered with yes. */
async function agreeToQuit(electron: ElectronApplication): Promise<void> {
  const agree = (): Promise<void> =>
    electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    });
  // Where main collects garbage just then, the promise of its answer may be lost with it.
  await agree().catch(agree);
}

/** The environment of the test, without anything that would lead the app elsewhere. */
export function environment(home: string, env: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:FAKSLA_|ELECTRON_|NODE_OPTIONS|VITEST)/.test(name));
  return { ...(Object.fromEntries(kept) as Record<string, string>), LANGUAGE: 'tr', FAKSLA_HOME: home, ...env };
}

/** Keeps a picture of the window in .cache/screenshots. */
export async function keepScreenshot(window: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await window.screenshot({ path: join(screenshots, `${name}.png`) });
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= action());
}

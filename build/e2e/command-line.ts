import { type ChildProcess, spawn } from 'node:child_process';
import { environment } from './app';
import { asRoot, packaged } from './packaged';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CommandOptions {
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly onStarted?: (child: ChildProcess) => void;
}

/** Runs a command of the packaged app, in English and without a display. */
export function faksla(
  args: readonly string[],
  { home, env = {}, input = '', onStarted }: CommandOptions,
): Promise<Finished> {
  const surroundings = environment(home, { LANGUAGE: 'en', ...env });
  const withoutDisplay = Object.fromEntries(Object.entries(surroundings).filter(([name]) => !/DISPLAY$/.test(name)));
  const child = spawn(packaged.launcher, [...asRoot, ...args], { env: withoutDisplay });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  onStarted?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

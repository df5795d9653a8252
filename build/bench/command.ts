import { spawn } from 'node:child_process';
import process from 'node:process';
import { watchProcessorTime } from './processor-time';

export interface Ended {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly ms: number;
  /** Processor time, where it was watched and the system tells. */
  readonly processorMs: number | null;
}

export interface CommandOptions {
  readonly input?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Counts its processor time. */
  readonly isWatched?: boolean;
}

/** Runs a program to its end, whatever its exit code. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const { input, env, timeoutMs, isWatched = false } = options;
  const startedAt = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, ...(timeoutMs && { timeout: timeoutMs }) });
  const processorMs = isWatched && child.pid !== undefined ? watchProcessorTime(child.pid) : () => null;
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => void stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => void stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) =>
      done({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8'),
        ms: performance.now() - startedAt,
        processorMs: processorMs(),
      }),
    );
  });
}

/** Runs a program that must succeed. */
export async function mustRun(command: string, args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const ended = await runCommand(command, args, options);
  if (ended.code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${ended.code}: ${ended.stderr}`);
  return ended;
}

/** Does work on every item, `width` at a time; the results in the items' order. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: width }, hand));
  return results;
}

import type { FailureKind } from '../../app/failure';

/** Where a command's words go. `json` is the one value on standard output when `--json` is given. */
export interface Terminal {
  /** For people, on standard output; silent with `--json`. */
  say(line: string): void;
  /** What went wrong, on standard error. */
  complain(line: string): void;
  /** The answer for programs, the first alone; silent without `--json`. */
  json(value: unknown): void;
  /** What ended the command, for people and programs. */
  fail(kind: FailureKind | 'usage' | 'bug', message: string): void;
  /** All of standard input. */
  readInput(): Promise<string>;
}

const INPUT_LIMIT_CHARACTERS = 64 * 1024;

export function openTerminal(json: boolean): Terminal {
  // A reader that has seen enough (`| head -1`) closes the pipe; the command goes on to its end all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  let isAnswered = !json;
  const terminal: Terminal = {
    say(line) {
      if (!json) process.stdout.write(`${line}\n`);
    },
    complain(line) {
      process.stderr.write(`${line}\n`);
    },
    json(value) {
      if (!isAnswered) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
      isAnswered = true;
    },
    fail(kind, message) {
      terminal.complain(message);
      terminal.json({ error: { kind, message } });
    },
    readInput: readStandardInput,
  };
  return terminal;
}

async function readStandardInput(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.length > INPUT_LIMIT_CHARACTERS) break;
  }
  return text;
}

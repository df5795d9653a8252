import type { ParseArgsConfig } from 'node:util';
import { directionSchema, longestSpanDays, type PageRequest, type RecordFilter } from '../../app/api/entities';
import { modeSchema, resolutionSchema } from '../../app/fax/profile';
import type { Command, ParsedCommandLine, PressOrder } from './command';
import type { CommandName } from './command-words';
import { badValue, Options, UsageError } from './options';
import { readMoment } from './moment';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const everywhere = { json: flag, demo: flag, help: { ...flag, short: 'h' } } as const;
const press = { resolution: text, mode: text, header: text, from: text } as const;
const list = { limit: text, page: text } as const;
const filter = {
  ...{ since: text, until: text, direction: text },
  ...{ sender: text, recipient: text, success: text },
} as const;

interface Reader {
  readonly options: NonNullable<ParseArgsConfig['options']>;
  read(options: Options): Command;
}

const readers: { readonly [N in CommandName]: Reader } = {
  render: {
    options: { ...press, out: text },
    read: (options) => ({ name: 'render', press: pressOrder(options), out: options.required('out') }),
  },
  send: {
    options: { ...press, to: text, wait: flag, at: text, 'office-hours': flag, retry: flag },
    read: (options) => ({
      name: 'send',
      press: pressOrder(options),
      to: recipients(options),
      from: options.text('from'),
      header: options.text('header'),
      wait: options.flag('wait'),
      at: moment(options, 'at', 'start'),
      officeHours: options.flag('office-hours'),
      retry: options.flag('retry'),
    }),
  },
  outbox: { options: {}, read: (options) => ({ name: 'outbox', action: outboxAction(options) }) },
  pending: { options: list, read: (options) => noWords(options, { name: 'pending', page: pageRequest(options) }) },
  records: {
    options: { ...list, ...filter, offline: flag, text },
    read: (options) => noWords(options, recordsOf(options)),
  },
  sync: {
    options: { since: text },
    read: (options) => noWords(options, { name: 'sync', since: pastMoment(options, 'since') }),
  },
  export: {
    options: { ...filter, text, format: text, out: text },
    read: (options) => noWords(options, exportOf(options)),
  },
  document: {
    options: { out: text },
    read: (options) => ({ name: 'document', callUuid: onlyWord(options, 'CALL_UUID'), out: options.required('out') }),
  },
  proof: {
    options: { out: text },
    read: (options) => ({
      name: 'proof',
      id: onlyWord(options, 'DELIVERY_ID|CALL_UUID'),
      out: options.required('out'),
    }),
  },
  verify: { options: {}, read: (options) => ({ name: 'verify', file: onlyWord(options, 'FILE') }) },
  key: { options: {}, read: (options) => ({ name: 'key', action: keyAction(onlyWord(options, 'set|status|delete')) }) },
};

/** Reads the arguments after the program's name. Never throws. */
export function parseCommandLine(args: readonly string[]): ParsedCommandLine {
  try {
    return { ok: true, line: readCommandLine(args) };
  } catch (error) {
    if (error instanceof UsageError) return { ok: false, problem: error.problem, json: args.includes('--json') };
    throw error;
  }
}

function readCommandLine(args: readonly string[]) {
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const word = args[at];
  if (args.includes('--help') || args.includes('-h') || word === 'help') return plain({ name: 'help' }, args);
  if (word === 'version' || (word === undefined && args.includes('--version'))) return plain({ name: 'version' }, args);
  if (word === undefined) throw new UsageError({ kind: 'noCommand' });
  if (!Object.hasOwn(readers, word)) throw new UsageError({ kind: 'unknownCommand', word });
  const reader = readers[word as CommandName];
  const options = Options.read([...args.slice(0, at), ...args.slice(at + 1)], { ...everywhere, ...reader.options });
  return { command: reader.read(options), json: options.flag('json'), demo: options.flag('demo') };
}

const plain = (command: Command, args: readonly string[]) => ({ command, json: args.includes('--json'), demo: false });

function noWords(options: Options, command: Command): Command {
  const [word] = options.words;
  if (word !== undefined) throw new UsageError({ kind: 'unexpectedArgument', word });
  return command;
}

function onlyWord(options: Options, argument: string): string {
  const [first, second] = options.words;
  if (first === undefined || first === '') throw new UsageError({ kind: 'missingArgument', argument });
  if (second !== undefined) throw new UsageError({ kind: 'unexpectedArgument', word: second });
  return first;
}

function pressOrder(options: Options): PressOrder {
  if (options.words.length === 0 || options.words.includes('')) {
    throw new UsageError({ kind: 'missingArgument', argument: 'FILE' });
  }
  return {
    files: options.words,
    resolution: options.oneOf('resolution', resolutionSchema.options),
    mode: options.oneOf('mode', modeSchema.options),
  };
}

function recipients(options: Options): string[] {
  const given = options.all('to');
  if (given.length === 0) throw new UsageError({ kind: 'missingArgument', argument: '--to' });
  return given;
}

const pageRequest = (options: Options): PageRequest => ({
  limit: options.wholeNumber('limit', 10, 100) ?? 10,
  page: options.wholeNumber('page', 1, 999_999_999) ?? 1,
});

function recordFilter(options: Options): RecordFilter {
  const since = moment(options, 'since', 'start');
  const until = moment(options, 'until', 'end');
  const direction = options.oneOf('direction', directionSchema.options);
  if (since !== null && until !== null && until < since) throw new UsageError({ kind: 'spanReversed' });
  const success = options.oneOf('success', ['true', 'false']);
  const sender = number(options, 'sender');
  const recipient = number(options, 'recipient');
  return {
    ...(since !== null && { since }),
    ...(until !== null && { until }),
    ...(direction !== null && { direction }),
    ...(sender !== null && { sender }),
    ...(recipient !== null && { recipient }),
    ...(success !== null && { success: success === 'true' }),
  };
}

/** The service answers for so many days at once; on this computer any span is looked through. */
function recordsOf(options: Options): Command {
  const filter = recordFilter(options);
  const words = options.text('text');
  const offline = options.flag('offline') || words !== null;
  const { since, until } = filter;
  const isLong = since !== undefined && until !== undefined && until - since > longestSpanDays * 86_400_000;
  if (isLong && !offline) throw new UsageError({ kind: 'spanTooLong', days: longestSpanDays });
  return { name: 'records', filter, page: pageRequest(options), offline, text: words };
}

/** Without `--format` the ending of the file says it. */
function exportOf(options: Options): Command {
  const out = options.required('out');
  const format = options.oneOf('format', ['csv', 'json']) ?? (/\.json$/i.test(out) ? 'json' : 'csv');
  const words = options.text('text');
  return {
    name: 'export',
    question: { ...recordFilter(options), ...(words !== null && { text: words }) },
    format,
    out,
  };
}

/** In any spelling; an internal line's, too. */
function number(options: Options, name: string): string | null {
  const value = options.text(name);
  if (value !== null && !/\d/.test(value)) throw badValue(name, value, '0 212 320 50 72, 1001');
  return value;
}

function moment(options: Options, name: string, edge: 'start' | 'end'): number | null {
  const value = options.text(name);
  if (value === null) return null;
  const read = readMoment(value, edge);
  if (read === null) throw badValue(name, value, '2026-11-23, 2026-11-23 14:30, 2026-11-23 11:30:00 UTC');
  return read;
}

function pastMoment(options: Options, name: string): number | null {
  const read = moment(options, name, 'start');
  if (read !== null && read > Date.now())
    throw new UsageError({ kind: 'sinceToCome', value: options.text(name) ?? '' });
  return read;
}

function outboxAction({ words: [word, more] }: Options): 'list' | 'pause' | 'resume' {
  if (word === undefined) return 'list';
  if (more !== undefined) throw new UsageError({ kind: 'unexpectedArgument', word: more });
  if (word === 'pause' || word === 'resume') return word;
  throw new UsageError({ kind: 'unexpectedArgument', word });
}

function keyAction(word: string): 'set' | 'status' | 'delete' {
  if (word === 'set' || word === 'status' || word === 'delete') return word;
  throw new UsageError({ kind: 'unexpectedArgument', word });
}

import { describe, expect, it } from 'vitest';
import { isCommandWord } from './command-words';
import { parseCommandLine } from './parse-command-line';

function read(...args: string[]) {
  const parsed = parseCommandLine(args);
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.problem)}`);
  return parsed.line;
}

function problem(...args: string[]) {
  const parsed = parseCommandLine(args);
  if (parsed.ok) throw new Error('was accepted');
  return parsed.problem;
}

describe('the command line', () => {
  it.each([
    ['--help', 'help'],
    ['help', 'help'],
    ['--version', 'version'],
    ['version', 'version'],
  ])('answers %s with one JSON value, too, where that is asked for', (word, name) => {
    expect(read(word, '--json')).toEqual({ command: { name }, json: true, demo: false });
    expect(read('--json', word)).toEqual({ command: { name }, json: true, demo: false });
  });

  it('takes no file without a name', () => {
    expect(problem('render', '', '--out', 'a.pdf')).toEqual({ kind: 'missingArgument', argument: 'FILE' });
  });

  it('reads send with files, many recipients and options in any order', () => {
    expect(
      read('send', 'a.jpg', '--to', '0 212 320 50 72', 'b.png', '--wait', '--to=0312 000 00 00', '--json'),
    ).toEqual({
      command: {
        name: 'send',
        press: { files: ['a.jpg', 'b.png'], resolution: null, mode: null },
        to: ['0 212 320 50 72', '0312 000 00 00'],
        from: null,
        header: null,
        wait: true,
        at: null,
        officeHours: false,
        retry: false,
      },
      json: true,
      demo: false,
    });
  });

  it('reads when to send', () => {
    expect(read('send', 'a.jpg', '--to', '1', '--at', '2026-11-24 09:30', '--office-hours').command).toMatchObject({
      at: Date.UTC(2026, 10, 24, 6, 30),
      officeHours: true,
    });
    expect(problem('send', 'a.jpg', '--to', '1', '--at', 'later')).toMatchObject({ kind: 'badValue', option: '--at' });
  });

  it('reads what to do with the outbox', () => {
    const actions = [read('outbox'), read('outbox', 'pause'), read('outbox', 'resume')];
    expect(actions.map(({ command }) => 'action' in command && command.action)).toEqual(['list', 'pause', 'resume']);
    expect(problem('outbox', 'stop')).toEqual({ kind: 'unexpectedArgument', word: 'stop' });
  });

  it('reads a proof by delivery or call, and the file to verify', () => {
    expect(read('proof', 'd1', '--out', 'kanit.pdf').command).toEqual({ name: 'proof', id: 'd1', out: 'kanit.pdf' });
    expect(read('verify', 'kanit.pdf', '--json')).toMatchObject({
      command: { name: 'verify', file: 'kanit.pdf' },
      json: true,
    });
    expect(problem('proof', 'd1')).toEqual({ kind: 'missingArgument', argument: '--out' });
    expect(problem('verify')).toEqual({ kind: 'missingArgument', argument: 'FILE' });
  });

  it('asks the service for no more days than it answers for at once', () => {
    const days = (until: string, ...more: string[]) => ['records', '--since', '2026-01-01', '--until', until, ...more];
    expect(problem(...days('2026-02-01'))).toEqual({ kind: 'spanTooLong', days: 31 });
    expect(problem(...days('2025-12-31', '--offline'))).toEqual({ kind: 'spanReversed' });
    expect(read(...days('2026-01-31')).command.name).toBe('records');
    expect(read(...days('2026-12-31', '--offline')).command.name).toBe('records');
  });

  it('reads back to no moment that is still to come', () => {
    expect(problem('sync', '--since', '2999-01-01')).toEqual({ kind: 'sinceToCome', value: '2999-01-01' });
    expect(read('sync', '--since', '2025-01-01').command.name).toBe('sync');
  });

  it('takes global options before the command too', () => {
    expect(read('--demo', 'pending', '--limit', '50', '--page', '2')).toMatchObject({
      demo: true,
      command: { name: 'pending', page: { limit: 50, page: 2 } },
    });
  });

  it('reads every filter of records', () => {
    const { command } = read(
      ...['records', '--since', '2026-11-01', '--until', '2026-11-20', '--direction', 'inbound'],
      ...['--sender', '0212', '--recipient', '0312', '--success', 'false'],
    );
    expect(command).toMatchObject({
      filter: { direction: 'inbound', sender: '0212', recipient: '0312', success: false },
      page: { limit: 10, page: 1 },
    });
  });

  it('takes what follows “--” as files, and a value that looks like an option after “=”', () => {
    const { command } = read('render', '--out=-.pdf', '--', '--to.png');
    expect(command).toMatchObject({ out: '-.pdf', press: { files: ['--to.png'] } });
  });

  it.each([
    [['send', 'a.png'], { kind: 'missingArgument', argument: '--to' }],
    [['send', '--to', '1'], { kind: 'missingArgument', argument: 'FILE' }],
    [['render', 'a.png'], { kind: 'missingArgument', argument: '--out' }],
    [['render', 'a.png', '--out', '--json'], { kind: 'missingValue', option: '--out' }],
    [
      ['records', '--sender', 'x'],
      { kind: 'badValue', option: '--sender', value: 'x', allowed: '0 212 320 50 72, 1001' },
    ],
    [['send', 'a.png', '--too', '1'], { kind: 'unknownOption', option: '--too' }],
    [['send', 'a.png', '--to', '1', '--wait=yes'], { kind: 'unexpectedValue', option: '--wait' }],
    [['pending', '--limit', '500'], { kind: 'badValue', option: '--limit' }],
    [['pending', '--to', '1'], { kind: 'unknownOption', option: '--to' }],
    [['records', '--since', 'dün'], { kind: 'badValue', option: '--since' }],
    [['records', 'x'], { kind: 'unexpectedArgument', word: 'x' }],
    [['document', '--out', 'f'], { kind: 'missingArgument', argument: 'CALL_UUID' }],
    [['key', 'show'], { kind: 'unexpectedArgument', word: 'show' }],
    [['fax'], { kind: 'unknownCommand', word: 'fax' }],
    [[], { kind: 'noCommand' }],
    [['send', '--constructor', 'x'], { kind: 'unknownOption', option: '--constructor' }],
  ] as const)('refuses %j, saying what is wrong', (args, expected) => {
    expect(problem(...args)).toMatchObject(expected);
  });
});

describe('a start of the program', () => {
  const none = (): boolean => false;
  it.each(['send', 'render', 'key', 'help', '--help', '--version'])('with %s is a command', (word) => {
    expect(isCommandWord(word, none)).toBe(true);
  });

  it('with a mistyped command is one too, so that it can be told', () => {
    expect(isCommandWord('gonder', none)).toBe(true);
  });

  it('with a file, or with nothing, is a window', () => {
    expect(isCommandWord('/tmp/a.png', none)).toBe(false);
    expect(isCommandWord('Dilekçe', (path) => path === 'Dilekçe')).toBe(false);
    expect(isCommandWord(undefined, none)).toBe(false);
    expect(isCommandWord('--force-prefers-reduced-motion', none)).toBe(false);
  });
});

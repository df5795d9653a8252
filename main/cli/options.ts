import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { UsageProblem } from './command';

/** Thrown while a command line is read, caught in `parse-command-line.ts`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(readonly problem: UsageProblem) {
    super(`The command line is wrong: ${problem.kind}.`);
  }
}

type OptionTypes = NonNullable<ParseArgsConfig['options']>;

/** The words of a command line after its options are taken out, and the options by name. */
export class Options {
  private constructor(
    readonly words: readonly string[],
    private readonly values: ReadonlyMap<string, readonly (string | true)[]>,
  ) {}

  /** Reads `args`, allowing only `types`. Throws `UsageError`. */
  static read(args: readonly string[], types: OptionTypes): Options {
    const { tokens } = parseArgs({ args: [...args], options: types, strict: false, tokens: true });
    const words: string[] = [];
    const values = new Map<string, (string | true)[]>();
    for (const token of tokens) {
      if (token.kind === 'positional') words.push(token.value);
      if (token.kind !== 'option') continue;
      const value = checkedValue(token, types);
      values.set(token.name, [...(values.get(token.name) ?? []), value]);
    }
    return new Options(words, values);
  }

  flag(name: string): boolean {
    return this.values.has(name);
  }

  /** Every value given for `name`, in order. */
  all(name: string): string[] {
    return (this.values.get(name) ?? []).filter((value) => value !== true);
  }

  /** The last value given for `name`. */
  text(name: string): string | null {
    return this.all(name).at(-1) ?? null;
  }

  required(name: string): string {
    const value = this.text(name);
    if (value === null || value === '') throw new UsageError({ kind: 'missingArgument', argument: `--${name}` });
    return value;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | null {
    const value = this.text(name);
    if (value === null) return null;
    const found = allowed.find((word) => word === value);
    if (found === undefined) throw badValue(name, value, allowed.join(', '));
    return found;
  }

  wholeNumber(name: string, least: number, most: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= least && number <= most)) throw badValue(name, value, `${least}…${most}`);
    return number;
  }
}

export function badValue(name: string, value: string, allowed: string): UsageError {
  return new UsageError({ kind: 'badValue', option: `--${name}`, value, allowed });
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkedValue(token: OptionToken, types: OptionTypes): string | true {
  const type = Object.hasOwn(types, token.name) ? types[token.name]?.type : undefined;
  if (type === undefined) throw new UsageError({ kind: 'unknownOption', option: token.rawName });
  if (type === 'boolean') {
    if (token.value !== undefined) throw new UsageError({ kind: 'unexpectedValue', option: token.rawName });
    return true;
  }
  const looksLikeOption = token.inlineValue !== true && token.value?.startsWith('-') === true;
  if (token.value === undefined || looksLikeOption) {
    throw new UsageError({ kind: 'missingValue', option: token.rawName });
  }
  return token.value;
}

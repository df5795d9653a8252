import type { PageRequest, RecordFilter } from '../../app/api/entities';
import type { Mode, Resolution } from '../../app/fax/profile';
import type { ExportFormat } from '../../app/history/export';
import type { RecordQuestion } from '../../app/history/question';

/** What `render` and `send` make pages from. */
export interface PressOrder {
  readonly files: readonly string[];
  readonly resolution: Resolution | null;
  readonly mode: Mode | null;
}

/** The command line as a closed union (design, "Command line"). */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'render'; readonly press: PressOrder; readonly out: string }
  | {
      readonly name: 'send';
      readonly press: PressOrder;
      readonly to: readonly string[];
      readonly from: string | null;
      readonly header: string | null;
      readonly wait: boolean;
      /** Not before this moment, epoch milliseconds. */
      readonly at: number | null;
      readonly officeHours: boolean;
      /** With `wait`: tries a line that is busy or not answered again before it counts as failed. */
      readonly retry: boolean;
    }
  | { readonly name: 'outbox'; readonly action: 'list' | 'pause' | 'resume' }
  | { readonly name: 'pending'; readonly page: PageRequest }
  | {
      readonly name: 'records';
      readonly filter: RecordFilter;
      readonly page: PageRequest;
      /** From this computer; `text` is looked for there alone. */
      readonly offline: boolean;
      readonly text: string | null;
    }
  /** `since`: reads back to there, epoch milliseconds. */
  | { readonly name: 'sync'; readonly since: number | null }
  | {
      readonly name: 'export';
      readonly question: RecordQuestion;
      readonly format: ExportFormat;
      readonly out: string;
    }
  | { readonly name: 'document'; readonly callUuid: string; readonly out: string }
  | { readonly name: 'proof'; readonly id: string; readonly out: string }
  | { readonly name: 'verify'; readonly file: string }
  | { readonly name: 'key'; readonly action: 'set' | 'status' | 'delete' };

export interface CommandLine {
  readonly command: Command;
  readonly json: boolean;
  readonly demo: boolean;
}

/** What is wrong with a command line; `app/i18n` has a sentence for each. */
export type UsageProblem =
  | { readonly kind: 'noCommand' }
  | { readonly kind: 'unknownCommand'; readonly word: string }
  | { readonly kind: 'unknownOption'; readonly option: string }
  | { readonly kind: 'missingValue'; readonly option: string }
  | { readonly kind: 'unexpectedValue'; readonly option: string }
  | { readonly kind: 'badValue'; readonly option: string; readonly value: string; readonly allowed: string }
  | { readonly kind: 'missingArgument'; readonly argument: string }
  | { readonly kind: 'unexpectedArgument'; readonly word: string }
  | { readonly kind: 'spanReversed' }
  /** Nothing can be read back to a moment to come. */
  | { readonly kind: 'sinceToCome'; readonly value: string }
  /** From `since` to `until` are more days than the service answers for at once. */
  | { readonly kind: 'spanTooLong'; readonly days: number };

export type ParsedCommandLine =
  | { readonly ok: true; readonly line: CommandLine }
  | { readonly ok: false; readonly problem: UsageProblem; readonly json: boolean };

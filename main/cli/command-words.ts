/** The commands of the program (design, "Command line"). */
export const commandNames = [
  'render',
  'send',
  'outbox',
  'pending',
  'records',
  'sync',
  'export',
  'document',
  'proof',
  'verify',
  'key',
] as const;
export type CommandName = (typeof commandNames)[number];

const commandWords: readonly string[] = [...commandNames, 'help', '--help', '-h', 'version', '--version'];

/**
 * Whether a start with this first word is a command and not a window. A plain word that is no file here is one too: a
 * mistyped command must be told, not opened.
 */
export const isCommandWord = (word: string | undefined, isFile: (path: string) => boolean): boolean =>
  word !== undefined && (commandWords.includes(word) || (/^\p{L}[\p{L}-]*$/u.test(word) && !isFile(word)));

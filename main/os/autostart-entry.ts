/** What a start at login runs. */
export interface StartCommand {
  readonly program: string;
  readonly words: readonly string[];
}

/**
 * The desktop entry that starts the program at login (freedesktop.org, Desktop Application Autostart Specification and
 * Desktop Entry Specification, "The Exec key").
 */
export function autostartEntry({ program, words }: StartCommand): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Faksla',
    `Exec=${[program, ...words].map(execWord).join(' ')}`,
    'Icon=faksla',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** A word quoted for `Exec`, then escaped as every string of a desktop entry is. */
function execWord(word: string): string {
  const percents = word.replaceAll('%', '%%');
  const quoted = /^[\w@+=:,./-]+$/.test(percents) ? percents : `"${percents.replace(/["`$\\]/g, String.raw`\$&`)}"`;
  return quoted.replaceAll('\\', '\\\\').replaceAll('\n', String.raw`\n`);
}

import { join } from 'node:path';
import { type Place, type PlaceParts, signature } from './place';

const documentTypes = [
  ...['application/pdf', 'image/png', 'image/jpeg', 'image/tiff', 'image/bmp', 'image/gif', 'image/webp'],
  ...['image/heic', 'image/heif', 'image/avif'],
];
const linkTypes = ['fax', 'tel', 'faksla'].map((scheme) => `x-scheme-handler/${scheme}`);

const list = (values: readonly string[]): string => values.map((value) => `${value};`).join('');

/** What Linux desktops offer: the applications' menu with "Open with", and the menus of two file managers. */
export const linuxPlaces = (parts: PlaceParts): Place[] => [
  applicationMenu(parts),
  nautilusAction(parts),
  dolphinAction(parts),
];

/** For an AppImage, which no package manager makes known. */
function applicationMenu({ dataHome, command, icon, verb }: PlaceParts): Place {
  const root = join(dataHome, 'applications/faksla.desktop');
  const picture = join(dataHome, 'icons/hicolor/256x256/apps/faksla.png');
  const content = entry({
    Type: 'Application',
    Name: 'Faksla',
    GenericName: 'Fax',
    'GenericName[tr]': 'Faks',
    Comment: verb,
    Exec: `${execOf(command)} %U`,
    Icon: 'faksla',
    Terminal: 'false',
    Categories: 'Office;',
    StartupNotify: 'true',
    StartupWMClass: 'faksla',
    MimeType: list([...documentTypes, ...linkTypes]),
  });
  return {
    id: 'applicationMenu',
    root,
    files: [
      { path: root, content: content + signature(command) },
      ...(icon === null ? [] : [{ path: picture, content: { copyOf: icon } }]),
    ],
  };
}

/** Nautilus lists what lies here under Scripts and hands the chosen files over as arguments. */
function nautilusAction({ dataHome, command, verb }: PlaceParts): Place {
  const root = join(dataHome, 'nautilus/scripts', verb);
  const content = `#!/bin/sh\n${signature(command)}exec ${command.map(shellWord).join(' ')} -- "$@"\n`;
  return { id: 'nautilusAction', root, files: [{ path: root, content, isExecutable: true }] };
}

/** A service menu; Plasma trusts one in the home folder only if it is executable. */
function dolphinAction({ dataHome, command, verb }: PlaceParts): Place {
  const root = join(dataHome, 'kio/servicemenus/faksla.desktop');
  const menu = entry({
    Type: 'Service',
    'X-KDE-ServiceTypes': 'KonqPopupMenu/Plugin',
    MimeType: list(documentTypes),
    Actions: 'sendAsFax;',
  });
  const action = entry({ Name: verb, Icon: 'faksla', Exec: `${execOf(command)} %U` }, 'Desktop Action sendAsFax');
  return {
    id: 'dolphinAction',
    root,
    files: [{ path: root, content: `${menu}${signature(command)}\n${action}`, isExecutable: true }],
  };
}

/** A group of a desktop entry. */
const entry = (values: Readonly<Record<string, string>>, group = 'Desktop Entry'): string =>
  `[${group}]\n${Object.entries(values)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')}`;

/**
 * A command line for the key Exec (Desktop Entry Specification, "The Exec key"): arguments in quotes, `"`, `` ` ``,
 * `$` and `\` escaped within, the backslash once more as in every string, and `%` doubled.
 */
export const execOf = (command: readonly string[]): string =>
  command
    .map((word) => `"${word.replace(/["`$\\]/g, '\\$&')}"`)
    .join(' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');

const shellWord = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

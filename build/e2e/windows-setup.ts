import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { installerScripts, type InstallerScripts } from '../builder';
import { scratchFolder } from './scratch';
import type { Windows } from './wine';

const replacements = resolve(import.meta.dirname, '../windows/without-plugins');

/**
 * The installer as a release has it, electron-builder's scripts with ours, around a program that only stands for
 * Faksla. What electron-builder does by plugins that are not to be had everywhere is done without them, or left out.
 */
export async function makeSetup(windows: Windows): Promise<string> {
  const folder = scratchFolder();
  const program = join(folder, 'program');
  mkdirSync(program);
  writeFileSync(join(program, 'faksla.exe'), 'MZ');
  mkdirSync(join(folder, 'nsis/plugins'), { recursive: true });
  process.env['ELECTRON_BUILDER_NSIS_RESOURCES_DIR'] = join(folder, 'nsis');
  const scripts = await installerScripts(program, folder);
  const templates = withoutPlugins(scripts.templates, join(folder, 'templates'));

  const make = (script: string, out: string, more: Defines): void => {
    const commands = { ...scripts.commands, OutFile: `"${out}"` };
    const defines = { ...scripts.defines, APP_BUILD_DIR: program, ...more };
    const words = ['-V2', '-INPUTCHARSET', 'UTF8', '-XTarget amd64-unicode', ...wordsOf(defines, commands), '-'];
    const input = script.replaceAll(scripts.templates, templates).replace(/^!addplugindir .*$/gm, '');
    const said = execFileSync('makensis', words, { cwd: templates, input, encoding: 'utf8', env: inUtf8 });
    // A release takes any warning for an error.
    const warnings = said.split('\n').filter((line) => /\bwarning\b/.test(line) && !ofAnotherNsis.test(line));
    if (warnings.length > 0) throw new Error(warnings.join('\n'));
  };
  const [maker, uninstaller, setup] = ['uninstaller-maker.exe', 'uninstaller.exe', 'faksla-kur.exe'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  make(scripts.uninstaller, maker, {
    BUILD_UNINSTALLER: null,
    UNINSTALLER_OUT_FILE: `Z:${uninstaller.replaceAll('/', '\\')}`,
  });
  windows.run(maker);
  make(scripts.installer, setup, { UNINSTALLER_OUT_FILE: uninstaller });
  return setup;
}

/** makensis reads its own words as the locale has them, and a bare machine has none. */
const inUtf8 = { ...process.env, LC_ALL: 'C.UTF-8' };

/** What this system's makensis says of electron-builder's own scripts, which are written for another. */
const ofAnotherNsis = /MULTIUSER_|warning 6012:|^\d+ warnings:$/;

type Defines = InstallerScripts['defines'];

const wordsOf = (defines: Defines, commands: InstallerScripts['commands']): string[] => [
  ...Object.entries(defines).map(([name, value]) => (value === null ? `-D${name}` : `-D${name}=${value}`)),
  ...Object.entries(commands)
    .filter(([name]) => name !== 'Unicode')
    .flatMap(([name, value]) => [value].flat().map((each) => `-X${name} ${String(each)}`)),
];

/** Shortcuts' ids for the taskbar need WinShell; what is taught of them is in the registry. */
const pluginCall = /^\s*WinShell::.*$/gm;

function withoutPlugins(templates: string, copy: string): string {
  cpSync(templates, copy, { recursive: true });
  cpSync(replacements, join(copy, 'include'), { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((each) =>
    /\.ns[hi]$/.test(each),
  )) {
    const path = join(copy, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(pluginCall, ''));
  }
  return copy;
}

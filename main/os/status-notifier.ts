import { execFile } from 'node:child_process';
import process from 'node:process';

/** Who shows tray icons on a Linux desktop, by name on the session bus. */
const watcher = 'org.kde.StatusNotifierWatcher';
const bus = 'org.freedesktop.DBus';
const patienceMs = 2_000;

/** The session bus is asked through whichever of its two usual programs is there. */
const questions: readonly (readonly [string, readonly string[]])[] = [
  ['gdbus', ['call', '--session', '-d', bus, '-o', '/', '-m', `${bus}.NameHasOwner`, watcher]],
  ['dbus-send', ['--session', '--print-reply', `--dest=${bus}`, '/', `${bus}.NameHasOwner`, `string:${watcher}`]],
];

/** Whether this system shows tray icons at all. Where nobody can tell, it does not: a hidden window would be lost. */
export async function hasTray(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  for (const [program, words] of questions) {
    const answer = await output(program, words);
    if (answer !== null) return /\btrue\b/.test(answer);
  }
  return false;
}

function output(program: string, words: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, words, { timeout: patienceMs }, (error, stdout) => resolve(error ? null : stdout));
  });
}

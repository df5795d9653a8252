import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** A clock tick of the kernel's accounts (`USER_HZ`). */
const TICK_MS = 10;
const LOOK_MS = 25;

interface Account {
  readonly parent: number;
  readonly ms: number;
}

/** All processes there are (proc(5), /proc/pid/stat): parent, user and system time. */
function accounts(): Map<number, Account> {
  const found = new Map<number, Account>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      found.set(Number(name), { parent: Number(parent), ms: (Number(rest[9]) + Number(rest[10])) * TICK_MS });
    } catch {
      // It ended meanwhile.
    }
  }
  return found;
}

/**
 * Watches how much processor time a program and all it starts use. Asked at its end, it answers the milliseconds; `null` on
 * systems that don't tell. Unlike the time on the clock it hardly depends on what else the machine does.
 */
export function watchProcessorTime(pid: number): () => number | null {
  if (process.platform !== 'linux') return () => null;
  const seen = new Map<number, number>();
  const look = (): void => {
    const all = accounts();
    const isOurs = (id: number): boolean => id === pid || (all.has(id) && isOurs(all.get(id)?.parent ?? 0));
    for (const [id, { ms }] of all) if (isOurs(id)) seen.set(id, ms);
  };
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    return [...seen.values()].reduce((sum, ms) => sum + ms, 0);
  };
}

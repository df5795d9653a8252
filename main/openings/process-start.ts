import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** When this process was made, milliseconds from a moment that all processes share; `null` where nobody knows. */
export function startOfThisProcess(): number | null {
  if (process.platform !== 'linux') return process.getCreationTime();
  try {
    return startInStat(readFileSync('/proc/self/stat', 'utf8'));
  } catch {
    return null;
  }
}

/** The present moment, reckoned from the same. */
export const momentOfStarts = (): number => (process.platform === 'linux' ? uptime() * 1000 : Date.now());

/** Linux counts starts in hundredths of a second (proc(5), `starttime`). */
const TICK_MS = 10;
/** No process number is greater (proc(5), `pid_max`). */
const PIDS = 2 ** 22;

/**
 * Of a line of /proc/…/stat: milliseconds since the system's start. Among those of one tick the process number, which
 * grows, decides; both fit one number exactly for four months, which they would not from 1970 on.
 */
export function startInStat(line: string): number | null {
  const afterName = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const start = (Number(afterName[19]) + Number.parseInt(line, 10) / PIDS) * TICK_MS;
  return Number.isFinite(start) ? start : null;
}

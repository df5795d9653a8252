import { cpus, loadavg, totalmem, type } from 'node:os';
import process from 'node:process';

/** What else decides how long things take: the machine, and how busy it is. */
export function machineFacts(): string {
  const [cpu] = cpus();
  const load = loadavg().map((value) => value.toFixed(1));
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  return `${cpus().length} cores, ${cpu?.model ?? 'unknown processor'}, ${memory}, ${type()}, Node ${process.versions.node}; load ${load.join(' ')}`;
}

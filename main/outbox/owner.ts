import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** A process that sends deliveries, as leases name it (D6). */
export interface Owner {
  readonly id: string;
  /** Whether the owner of a lease may still be at work. `true` where that can't be known. */
  mayBeAlive(ownerId: string): boolean;
}

/** This process, anew for every runner. A process id means something on its own machine only. */
export function thisProcess(): Owner {
  const machine = hostname();
  return {
    id: [machine, process.pid, randomUUID()].join(' '),
    mayBeAlive: (ownerId) => {
      const [ownersMachine, pid] = ownerId.split(' ');
      return ownersMachine !== machine || isRunning(Number(pid));
    },
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

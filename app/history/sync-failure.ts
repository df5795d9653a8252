import type { Failure, FailureKind } from '../failure';

/** What a failed request means for reading on. */
export type SyncObstacle =
  /** The user has to do something first. */
  | 'stop'
  /** The network, or a service that asks for patience: the same request again, later. */
  | 'wait'
  /** It may be this very request that the service fails at: tried again, then passed over. */
  | 'spoilt';

const stopping: readonly FailureKind[] = [
  'keyMissing',
  'keyRefused',
  'keychainUnavailable',
  'insecureUrl',
  'urlUnusable',
  'cancelled',
];
const passing: readonly FailureKind[] = ['notReachable', 'timedOut', 'rateLimited'];

export function obstacleOf({ kind }: Failure): SyncObstacle {
  if (stopping.includes(kind)) return 'stop';
  return passing.includes(kind) ? 'wait' : 'spoilt';
}

import type { Failure } from '../failure';

/** What a failed request means for reading on. */
export type SyncObstacle =
  /** The user has to do something first. */
  | 'stop'
  /** The network, or a service that asks for patience: the same request again, later. */
  | 'wait'
  /** It may be this very request that the service fails at: tried again, then passed over. */
  | 'spoilt';

export function obstacleOf({ kind }: Failure): SyncObstacle {
  switch (kind) {
    case 'keyMissing':
    case 'keyRefused':
    case 'keychainUnavailable':
    case 'insecureUrl':
    case 'cancelled':
      return 'stop';
    case 'notReachable':
    case 'timedOut':
    case 'rateLimited':
      return 'wait';
    default:
      return 'spoilt';
  }
}

import { assertNever } from '../../app/assert-never';
import type { FailureKind } from '../../app/failure';
import type { DeliveryState, WaitingFor } from '../../app/outbox/delivery';

/** What the program exits with (design, "Command line"). */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  noKey: 3,
  fileUnusable: 4,
  notReachable: 5,
  unconfirmed: 6,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(kind: FailureKind): ExitCode {
  switch (kind) {
    case 'fileChanged':
    case 'fileNotFound':
    case 'fileIsFolder':
    case 'fileUnreadable':
    case 'fileEmpty':
    case 'fileTooLarge':
    case 'fileUnsupported':
    case 'imageDamaged':
    case 'imageTooLarge':
    case 'documentDamaged':
    case 'documentTooHeavy':
    case 'passwordNeeded':
    case 'passwordWrong':
    case 'tooManyPages':
    case 'pageTooSlow':
    case 'fileNotWritable':
    case 'pressBroken':
    case 'documentLost':
    case 'storageFailed':
    case 'recordsDamaged':
    case 'outboxNotWritable':
    case 'unexpected':
      return exitCodes.fileUnusable;
    case 'noPages':
    case 'noRecipient':
    case 'numberImpossible':
    case 'linkUnusable':
    case 'linkExtension':
    case 'headerMissing':
    case 'deliveryNotFound':
    case 'insecureUrl':
    case 'urlUnusable':
      return exitCodes.usage;
    case 'keyMissing':
    case 'keychainUnavailable':
      return exitCodes.noKey;
    case 'notReachable':
    case 'timedOut':
      return exitCodes.notReachable;
    case 'keyRefused':
    case 'refused':
    case 'rateLimited':
    case 'serverFault':
    case 'answerUnreadable':
    case 'callNotFound':
    case 'documentEmpty':
    case 'documentTooLarge':
    case 'documentWrongType':
    case 'documentCut':
    case 'documentInsecure':
    case 'documentLinkExpired':
    case 'sentBefore':
    case 'nothingSent':
    case 'cancelled':
      return exitCodes.refused;
    case 'unconfirmed':
    case 'proofTooEarly':
      return exitCodes.unconfirmed;
    default:
      return assertNever(kind);
  }
}

/**
 * What a delivery that the program no longer waits for means for its exit; `wait`: it was to become final;
 * `isInterrupted`: the program was asked to end before.
 */
export function exitCodeOfState(
  state: DeliveryState,
  { wait, isInterrupted = false }: { readonly wait: boolean; readonly isInterrupted?: boolean },
): ExitCode {
  switch (state.kind) {
    case 'delivered':
      return exitCodes.done;
    case 'accepted':
      if (isInterrupted) return exitCodes.unconfirmed;
      return wait ? exitCodes.notReachable : exitCodes.done;
    case 'failed':
    case 'refused':
    case 'cancelled':
      return exitCodes.refused;
    case 'queued':
      return exitCodeOfWaiting(state.waitingFor);
    case 'sending':
    case 'unconfirmed':
    case 'needsDecision':
      return exitCodes.unconfirmed;
    default:
      return assertNever(state);
  }
}

/** What the user set a time for is done by being queued. */
function exitCodeOfWaiting(waitingFor: WaitingFor): ExitCode {
  switch (waitingFor) {
    case 'time':
    case 'officeHours':
      return exitCodes.done;
    case 'rateLimit':
    case 'retry':
      return exitCodes.refused;
    case 'turn':
    case 'network':
    case 'undo':
      return exitCodes.notReachable;
    default:
      return assertNever(waitingFor);
  }
}

const bySeverity: readonly ExitCode[] = [
  exitCodes.unconfirmed,
  exitCodes.refused,
  exitCodes.notReachable,
  exitCodes.done,
];

/** One code for many deliveries: what needs the user most. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return bySeverity.find((code) => codes.includes(code)) ?? exitCodes.done;
}

import { describe, expect, it } from 'vitest';
import { exitCodeOf, exitCodeOfState, exitCodes, gravest } from './exit-code';

describe('the exit code', () => {
  it.each([
    ['imageDamaged', 4],
    ['fileNotFound', 4],
    ['numberImpossible', 2],
    ['keyMissing', 3],
    ['keychainUnavailable', 3],
    ['keyRefused', 1],
    ['notReachable', 5],
    ['timedOut', 5],
    ['serverFault', 1],
    ['unconfirmed', 6],
  ] as const)('of %s is %i', (kind, code) => {
    expect(exitCodeOf(kind)).toBe(code);
  });

  it('of a delivery nobody could be reached for is 5, of one whose POST has no answer 6', () => {
    expect(exitCodeOfState({ kind: 'queued', notBefore: 0, waitingFor: 'network' }, { wait: true })).toBe(5);
    expect(exitCodeOfState({ kind: 'unconfirmed', since: 0, nextCheckAt: 0, checks: 1 }, { wait: false })).toBe(6);
  });

  it.each([
    ['turn', 5],
    ['time', 0],
    ['officeHours', 0],
    ['rateLimit', 1],
    ['retry', 1],
  ] as const)('of a delivery that waits for its %s is %i', (waitingFor, code) => {
    expect(exitCodeOfState({ kind: 'queued', notBefore: 0, waitingFor }, { wait: false })).toBe(code);
  });

  it('of an accepted fax is 0, unless its end was waited for and could not be learnt', () => {
    const accepted = { kind: 'accepted', orderId: '1', at: 0, serviceStatus: null } as const;
    expect(exitCodeOfState(accepted, { wait: false })).toBe(0);
    expect(exitCodeOfState(accepted, { wait: true })).toBe(5);
    expect(exitCodeOfState(accepted, { wait: true, isInterrupted: true })).toBe(6);
  });

  it('of many deliveries is that of the one that needs the user most', () => {
    const { done, refused, notReachable, unconfirmed } = exitCodes;
    expect(gravest([done, refused, unconfirmed])).toBe(unconfirmed);
    expect(gravest([done, notReachable, refused])).toBe(refused);
    expect(gravest([done, done])).toBe(done);
  });
});

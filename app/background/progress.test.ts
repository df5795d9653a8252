import { describe, expect, it } from 'vitest';
import { delivery, states } from '../outbox/fixtures';
import { followRun, followUpload, noRun, runShare } from './progress';

const { queued, sending, accepted, needsDecision, delivered } = states;
const later = { kind: 'queued', notBefore: 3_600_000, waitingFor: 'officeHours' } as const;

describe('the progress of a sending run', () => {
  it('grows with every delivery that is over and every byte that left', () => {
    const begun = followRun(noRun, [delivery('a', sending), delivery('b', queued)]);
    expect(runShare(begun)).toBe(0);
    const uploading = followUpload(begun, { deliveryId: 'a', sentBytes: 50, totalBytes: 100 });
    expect(runShare(uploading)).toBeCloseTo(0.15);
    const one = followRun(uploading, [delivery('a', delivered)]);
    expect(runShare(one)).toBe(0.5);
    expect(runShare(followRun(one, [delivery('b', accepted)]))).toBeCloseTo(0.8);
  });

  it('is over when nothing is on its way, and the next run begins at nothing', () => {
    const over = followRun(followRun(noRun, [delivery('a', sending)]), [delivery('a', delivered)]);
    expect(runShare(over)).toBeNull();
    expect(runShare(followRun(over, [delivery('b', sending)]))).toBe(0);
  });

  it('leaves out what waits for the user or for a later time', () => {
    expect(runShare(followRun(noRun, [delivery('a', later), delivery('b', needsDecision)]))).toBeNull();
  });

  it('never goes back while a delivery changes its state', () => {
    const begun = followRun(noRun, [delivery('a', accepted)]);
    expect(runShare(followRun(begun, [delivery('a', sending)]))).toBe(0.6);
  });
});

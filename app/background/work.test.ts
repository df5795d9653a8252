import { describe, expect, it } from 'vitest';
import { delivery, states } from '../outbox/fixtures';
import { countWork, followWork, isUnderWay, noWork } from './work';

const { queued, sending, accepted, needsDecision, delivered } = states;

describe('the open work', () => {
  it('is counted by where each delivery stands', () => {
    const all = [queued, queued, sending, accepted, needsDecision].map((state, n) => delivery(`${n}`, state));
    expect(countWork(followWork(noWork, all))).toEqual({ uploading: 1, waiting: 2, following: 1, asking: 1 });
  });

  it('loses what is over and keeps the rest', () => {
    const work = followWork(noWork, [delivery('a', sending), delivery('b', sending)]);
    expect([...followWork(work, [delivery('a', delivered)]).keys()]).toEqual(['b']);
  });

  it('does not go on by itself where only decisions are left', () => {
    const counts = (state: typeof queued | typeof needsDecision) =>
      countWork(followWork(noWork, [delivery('a', state)]));
    expect([isUnderWay(counts(needsDecision)), isUnderWay(counts(queued))]).toEqual([false, true]);
  });
});

import { describe, expect, it } from 'vitest';
import type { FaxRecord } from '../api/entities';
import { Newcomers } from './newcomers';

const listed = (...callUuids: string[]): FaxRecord[] =>
  callUuids.map((callUuid) => ({
    callUuid,
    direction: 'outbound',
    sender: '',
    recipient: '902123205072',
    header: '',
    pagesCount: '',
    pagesSent: null,
    pagesTotal: null,
    transferRateBps: null,
    startStamp: '',
    answerStamp: null,
    endStamp: null,
    durationSeconds: null,
    success: true,
    result: '',
  }));
const at = (now: number, setMs = 0) => ({ now: now + setMs, bootedAt: setMs });

describe('newcomers', () => {
  it('are the records a list held and the one before did not', () => {
    const newcomers = new Newcomers();
    newcomers.note(listed('a'), { asked: at(10_000), since: 0 });
    newcomers.note(listed('a', 'b'), { asked: at(20_000), since: 0 });
    newcomers.note(listed('a', 'b', 'c'), { asked: at(30_000), since: 5 });
    expect(newcomers.cameAfter(at(40_000))).toEqual(
      new Map([
        ['b', 10_000],
        ['c', 20_000],
      ]),
    );
  });

  it('are none of what a list shows that reaches further back', () => {
    const newcomers = new Newcomers();
    newcomers.note([], { asked: at(10_000), since: 0 });
    newcomers.note(listed('old'), { asked: at(20_000), since: -9 });
    expect(newcomers.cameAfter(at(40_000)).size).toBe(0);
  });

  it('are told by the clock as it is today', () => {
    const newcomers = new Newcomers();
    newcomers.note([], { asked: at(10_000), since: 0 });
    newcomers.note(listed('a'), { asked: at(20_000), since: 0 });
    expect(newcomers.cameAfter(at(40_000, 3_600_000)).get('a')).toBe(3_610_000);
  });
});

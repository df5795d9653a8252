import { describe, expect, it } from 'vitest';
import { type Collected, createCollector, type Timer } from './collector';

/** A clock the test turns by hand. */
class HandClock implements Timer {
  #now = 0;
  #alarms: { at: number; action: () => void }[] = [];
  now = (): number => this.#now;
  after(ms: number, action: () => void): void {
    this.#alarms.push({ at: this.#now + ms, action });
  }
  pass(ms: number): void {
    this.#now += ms;
    const due = this.#alarms.filter(({ at }) => at <= this.#now);
    this.#alarms = this.#alarms.filter(({ at }) => at > this.#now);
    for (const { action } of due) action();
  }
}

function collecting(settleMs = 0) {
  const clock = new HandClock();
  const collector = createCollector(clock, settleMs);
  const got: Collected[] = [];
  const file = (name: string, startedAt: number | null = null) =>
    collector.arrive({ files: [name], links: [], startedAt });
  return { clock, collector, got, file, ready: () => collector.deliverTo((collected) => got.push(collected)) };
}

describe('what the program is given to open', () => {
  it('waits for the window, and is one fax if it came within half a second', () => {
    const { clock, file, got, ready } = collecting();
    file('a');
    clock.pass(499);
    file('b');
    clock.pass(499);
    file('c');
    expect(got).toEqual([]);
    ready();
    expect(got).toEqual([{ group: 1, files: ['a', 'b', 'c'], startedAt: [null, null, null], links: [] }]);
  });

  it('is two faxes if more time lies between', () => {
    const { clock, file, got, ready } = collecting();
    ready();
    file('a');
    clock.pass(501);
    file('b');
    clock.pass(500);
    file('c');
    expect(got.map(({ group, files }) => [group, ...files])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [2, 'c'],
    ]);
  });

  it('is one fax also where a slow machine hands over late, and the last before the others', () => {
    const { clock, file, got, ready } = collecting();
    ready();
    clock.pass(10_000);
    file('a', 4000);
    clock.pass(2000);
    file('z', 9000);
    clock.pass(2000);
    file('m', 6500);
    clock.pass(2000);
    file('another gesture', 15_500);
    expect(got.map(({ group, files }) => [group, ...files])).toEqual([
      [1, 'a'],
      [1, 'z'],
      [1, 'm'],
      [2, 'another gesture'],
    ]);
  });

  it('keeps the groups apart that came before the window', () => {
    const { clock, file, got, ready } = collecting();
    file('a');
    clock.pass(2000);
    file('b');
    ready();
    expect(got.map(({ files }) => files)).toEqual([['a'], ['b']]);
  });

  it('stands in the order of the starts, whichever won the race', () => {
    const { clock, file, got, ready } = collecting(120);
    ready();
    file('first', 1000.2);
    clock.pass(10);
    file('b', 1000.4);
    clock.pass(10);
    file('c', 1000.9);
    clock.pass(10);
    file('a', 1000.1);
    clock.pass(119);
    expect(got).toHaveLength(1);
    clock.pass(1);
    expect(got[1]).toEqual({ group: 1, files: ['a', 'b', 'c'], startedAt: [1000.1, 1000.4, 1000.9], links: [] });
  });

  it('is delivered at once where nothing came just before', () => {
    const { clock, file, got, ready } = collecting(120);
    ready();
    file('a', 1000);
    expect(got.map(({ files }) => files)).toEqual([['a']]);
    clock.pass(120);
    file('b', 9000);
    expect(got.map(({ files }) => files)).toEqual([['a'], ['b']]);
  });

  it('is one fax if it was started together, however slowly it came', () => {
    const { clock, file, got, ready } = collecting();
    ready();
    file('a', 1000);
    clock.pass(3000);
    file('b', 1400);
    clock.pass(3000);
    file('c', 9000);
    expect(got.map(({ group, files }) => [group, ...files])).toEqual([
      [1, 'a'],
      [1, 'b'],
      [2, 'c'],
    ]);
  });

  it('is one fax where the first started comes last, long after, and others came between', () => {
    const { clock, file, got, ready } = collecting();
    ready();
    for (const [name, startedAt] of [
      ['c', 1900],
      ['b', 1450],
      ['other', 60_000],
      ['a', 1000],
    ] as const) {
      file(name, startedAt);
      clock.pass(3000);
    }
    expect(got.map(({ group, files }) => [group, ...files])).toEqual([
      [1, 'c'],
      [1, 'b'],
      [2, 'other'],
      [1, 'a'],
    ]);
  });

  it('says of what comes too late to be put in order when it was started', () => {
    const { clock, file, got, ready } = collecting(150);
    ready();
    file('b', 1000.4);
    clock.pass(151);
    file('a', 1000.1);
    clock.pass(151);
    expect(got).toEqual([
      { group: 1, files: ['b'], startedAt: [1000.4], links: [] },
      { group: 1, files: ['a'], startedAt: [1000.1], links: [] },
    ]);
  });

  it('keeps the order of arrival where a start is unknown', () => {
    const { file, got, collector, ready } = collecting();
    file('b', 2);
    file('a', 1);
    collector.arrive({ files: ['c'], links: ['fax:1'], startedAt: null });
    ready();
    expect(got).toEqual([{ group: 1, files: ['b', 'a', 'c'], startedAt: [2, 1, null], links: ['fax:1'] }]);
  });

  it('is nothing where nothing was given', () => {
    const { collector, got, ready } = collecting();
    collector.arrive({ files: [], links: [], startedAt: 1 });
    ready();
    expect(got).toEqual([]);
  });
});

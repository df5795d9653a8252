import { describe, expect, it } from 'vitest';
import { startInStat } from './process-start';

const line = (pid: number, ticks: number, name = 'faksla-bin'): string =>
  `${pid} (${name}) S 1 ${pid} ${pid} 0 -1 4194560 1 0 0 0 1 1 0 0 20 0 1 0 ${ticks} 1000 10 1844674407`;

describe('when a process was made', () => {
  it('is read from the system, whatever the program is called', () => {
    expect(startInStat(line(1, 2000))).toBeCloseTo(20_000, 3);
    expect(startInStat(line(1, 2000, 'a) S (b'))).toBeCloseTo(20_000, 3);
  });

  it('differs for two made at once, also months after the system started', () => {
    const ticks = 100 * 86_400 * 100;
    expect(startInStat(line(4711, ticks))).toBeLessThan(startInStat(line(4712, ticks)) ?? 0);
    expect(startInStat(line(2 ** 22 - 1, ticks))).toBeLessThan(startInStat(line(300, ticks + 1)) ?? 0);
  });

  it('is unknown where the system says nothing of the kind', () => {
    expect(startInStat('')).toBeNull();
  });
});

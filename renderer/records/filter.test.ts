import { describe, expect, it } from 'vitest';
import { emptyFilter, readFilter } from './filter';

const now = Date.parse('2026-11-23T12:00:00Z');
const read = (part: Partial<typeof emptyFilter>) => readFilter({ ...emptyFilter, ...part }, now);

describe('the filter of the records', () => {
  it('asks for nothing in particular when nothing is filled in', () => {
    expect(read({})).toEqual({});
  });

  it('takes whole days of Türkiye, the last one included', () => {
    expect(read({ from: '2026-11-01', to: '2026-11-02' })).toEqual({
      since: Date.parse('2026-10-31T21:00:00Z'),
      until: Date.parse('2026-11-02T20:59:59Z'),
    });
  });

  it('says when the days are more than 31, also when they run until today', () => {
    expect(read({ from: '2026-10-01', to: '2026-10-31' })).toHaveProperty('since');
    expect(read({ from: '2026-10-01', to: '2026-11-01' })).toBe('spanTooLong');
    expect(read({ from: '2026-10-01' })).toBe('spanTooLong');
  });

  it('says when the first day is after the last, or missing', () => {
    expect(read({ from: '2026-11-02', to: '2026-11-01' })).toBe('fromAfterTo');
    expect(read({ to: '2026-11-01' })).toBe('fromMissing');
  });

  it('passes the other choices on', () => {
    expect(read({ direction: 'inbound', sender: '90212', recipient: '90312', success: 'false' })).toEqual({
      direction: 'inbound',
      sender: '90212',
      recipient: '90312',
      success: false,
    });
  });
});

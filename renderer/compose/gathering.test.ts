import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gathering } from './gathering';

describe('what is said', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const begin = () => {
    const heard: string[] = [];
    return { heard, told: gathering<string>((words) => heard.push(words.join('+')), 100) };
  };

  it('is handed on at once where nothing was before, and together where something was', () => {
    const { heard, told } = begin();
    told.say('a');
    expect(heard).toEqual(['a']);
    told.say('b');
    told.say('c');
    expect(heard).toEqual(['a']);
    vi.advanceTimersByTime(100);
    expect(heard).toEqual(['a', 'b+c']);
  });

  it('is handed on at once again after a pause', () => {
    const { heard, told } = begin();
    told.say('a');
    vi.advanceTimersByTime(100);
    told.say('b');
    expect(heard).toEqual(['a', 'b']);
  });

  it('is never kept for longer than the pause, however much follows', () => {
    const { heard, told } = begin();
    for (const word of 'abcdef') {
      told.say(word);
      vi.advanceTimersByTime(60);
    }
    expect(heard).toEqual(['a', 'b', 'c+d', 'e']);
    vi.advanceTimersByTime(40);
    expect(heard.at(-1)).toBe('f');
  });

  it('is handed on whole at the end, and once', () => {
    const { heard, told } = begin();
    told.say('a');
    told.say('b');
    told.end();
    expect(heard).toEqual(['a', 'b']);
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual(['a', 'b']);
  });
});

import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Opening } from './collector';
import { keepOpening, takeOpening } from './opening-words';
import { type OpeningApp, watchOpeningsGiven } from './openings-given';

vi.mock('electron', () => ({ app: {} }));

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'faksla-openings-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Electron's app, of which only the events matter here. */
class FakeApp extends EventEmitter {
  readonly relaunched: (readonly string[])[] = [];
  requestSingleInstanceLock = () => true;
  quit = () => undefined;
  exit = () => undefined;
  relaunch = ({ args = [] }: { args?: string[] } = {}) => void this.relaunched.push(args);
}

const started = (...words: string[]) => {
  const app = new FakeApp();
  const given = watchOpeningsGiven(app as unknown as OpeningApp, words, home);
  if (given === null) throw new Error('The program is not the first.');
  const got: string[][] = [];
  given.deliverTo(({ files, links }) => got.push([...files, ...links]));
  /** Another start leaves what it was given, and is announced. */
  const start = (opening: Partial<Opening>): void => {
    keepOpening(home, { files: [], links: [], startedAt: null, ...opening });
    app.emit('second-instance');
  };
  return { app, given, got, start };
};

describe('what a second start was given', () => {
  it('is for the program that runs', () => {
    const { got, start, given } = started();
    start({ files: ['/a.pdf'], links: ['fax:1'] });
    expect(got).toEqual([['/a.pdf', 'fax:1']]);
    given.end();
  });

  it('is for the next program where this one is about to end', () => {
    const { app, got, start, given } = started('--demo', '--hidden');
    given.end();
    start({ files: ['/a.pdf'] });
    start({ files: ['/b.pdf'], links: ['fax:1'] });
    expect([got, app.relaunched]).toEqual([[], []]);
    app.emit('quit');
    const [words = []] = app.relaunched;
    expect(app.relaunched).toHaveLength(1);
    expect([words.includes('--demo'), words.includes('--hidden')]).toEqual([true, false]);
    expect(takeOpening(home, words)).toEqual({ files: ['/a.pdf', '/b.pdf'], links: ['fax:1'], startedAt: null });
  });

  it('starts the program again also where it was nothing', () => {
    const { app, given } = started();
    given.end();
    app.emit('second-instance');
    app.emit('quit');
    expect(app.relaunched).toHaveLength(1);
  });

  it('leaves a program ended that nobody wants again', () => {
    const { app, given } = started();
    given.end();
    app.emit('quit');
    expect(app.relaunched).toEqual([]);
  });
});

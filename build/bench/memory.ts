import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench, Place } from './place';
import { copies, samplesFor } from './samples';
import { openUndrivenWindow } from './undriven-window';

const MOST = 140e6;
const SAMPLE_MS = 150;

interface Growth {
  /** Bytes above the idle window's: at the highest, and once all pages are made. */
  readonly peak: number;
  readonly settled: number;
}

async function growth(place: Place, files: readonly string[], home: string): Promise<Growth> {
  const window = await openUndrivenWindow(place, home);
  try {
    await window.settle(0);
    const idle = await window.memory();
    let peak = idle;
    let isDone = false;
    const watch = async (): Promise<void> => {
      while (!isDone) {
        peak = Math.max(peak, await window.memory());
        await wait(SAMPLE_MS);
      }
    };
    const watching = watch();
    await window.give(files);
    await window.settle(files.length).finally(() => void (isDone = true));
    await watching;
    return { peak: peak - idle, settled: (await window.memory()) - idle };
  } finally {
    await window.close();
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** What composing a fax of photos adds to the renderer's memory. */
export const benchMemory: Bench = async (place, work) => {
  const { photos } = await samplesFor(place);
  const files = copies(photos, 200, join(work, 'files'));
  const few = await growth(place, files.slice(0, 20), join(work, 'home-20'));
  const many = await growth(place, files, join(work, 'home-200'));
  return [
    {
      what: '20 photos: highest above idle',
      ours: megabytes(few.peak),
      reach: '≤ 140 MB',
      isReached: few.peak <= MOST,
    },
    { what: '20 photos: above idle, all pages made', ours: megabytes(few.settled) },
    {
      what: '200 photos: highest above idle',
      ours: megabytes(many.peak),
      reach: '≤ 140 MB',
      isReached: many.peak <= MOST,
    },
    { what: '200 photos: above idle, all pages made', ours: megabytes(many.settled) },
  ];
};

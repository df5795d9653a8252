import type { DatabaseSyncInstance } from '@photostructure/sqlite';

const perSecond = 2 ** 20;
const lastSecond = 2 ** 33 - 2;

/** The least number of a record that began at `at` (epoch milliseconds) or later. */
export const firstNumberAt = (at: number): number =>
  Math.min(lastSecond, Math.max(0, Math.ceil(at / 1000))) * perSecond;

/** Gives out numbers that no record has, in the order of time. */
export function createNumbers(database: DatabaseSyncInstance): (at: number) => number {
  const newest = database.prepare('SELECT max(number) AS number FROM records WHERE number >= ? AND number < ?');
  return (at) => {
    const first = firstNumberAt(Math.floor(at / 1000) * 1000);
    const { number } = newest.get(first, first + perSecond) as { number: number | null };
    return number === null ? first : number + 1;
  };
}

/** Whether `number` is one of a record that began at `at`. */
export const isNumberAt = (number: number, at: number): boolean => {
  const first = firstNumberAt(Math.floor(at / 1000) * 1000);
  return number >= first && number < first + perSecond;
};

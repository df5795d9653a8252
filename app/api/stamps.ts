/**
 * Türkiye has been UTC+3 all year since September 2016, and the service is younger in all it lists, so a fixed offset
 * is exact; a stamp from before then may be read an hour late.
 */
const istanbulOffset = '+03:00';
export const serviceZoneMinutes = 180;

/** A moment as a service wrote it. `grainMs`: how much of it the stamp leaves open; the moment is no earlier. */
export interface Stamp {
  readonly at: number;
  readonly grainMs: number;
}

const time = '(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*(UTC|Z|[+-]\\d{2}:?\\d{2})?)?';
const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}$`);
const dayFirst = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${time}$`);
const epoch = /^\d{10}(?:\d{3})?$/;

const grains = { second: 1000, minute: 60_000, day: 86_400_000 } as const;

/**
 * A stamp in any form a service might write it: the documented one, `2018-06-05 10:57:45`, ISO 8601, day first, with a
 * zone or none (then Türkiye's), to the second, the minute or the day, seconds or milliseconds since 1970. `null` for
 * what is none.
 */
export function readStamp(stamp: string): Stamp | null {
  const text = stamp.trim();
  if (epoch.test(text)) return { at: Number(text) * (text.length === 10 ? 1000 : 1), grainMs: grains.second };
  const [, day, month, year, ...timeOfDay] = dayFirst.exec(text) ?? [];
  if (day !== undefined) return stampOf([year, month, day], timeOfDay);
  const [, ...parts] = yearFirst.exec(text) ?? [];
  return parts.length === 0 ? null : stampOf(parts.slice(0, 3), parts.slice(3));
}

/** The moment a stamp begins at, epoch milliseconds; `null` for what is none. */
export const momentOfStamp = (stamp: string): number | null => readStamp(stamp)?.at ?? null;

type Part = string | undefined;

const two = (part: Part): string => (part ?? '0').padStart(2, '0');

function stampOf(date: readonly Part[], [hour, minute, second, zone]: readonly Part[]): Stamp | null {
  const day = date.map(two).join('-');
  const at = Date.parse(`${day}T${two(hour)}:${two(minute)}:${two(second)}${isoZone(zone)}`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(at) || !isDay(day)) return null;
  return { at, grainMs: hour === undefined ? grains.day : second === undefined ? grains.minute : grains.second };
}

function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().slice(0, 10) === day;
}

function isoZone(zone: Part): string {
  if (zone === undefined) return istanbulOffset;
  if (zone === 'UTC' || zone === 'Z') return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** Epoch ms as the service's local stamp, `2018-06-05 10:57:45`. */
export const formatStamp = (epochMs: number): string => sortable(epochMs + serviceZoneMinutes * 60_000);

/** Epoch ms as `/fdrs` wants its range: `2017-08-03 12:30:32 UTC`. */
export const formatQueryStamp = (epochMs: number): string => `${sortable(epochMs)} UTC`;

const sortable = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ');

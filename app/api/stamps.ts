/**
 * Türkiye has been UTC+3 all year since September 2016, and the service is younger in all it lists, so a fixed offset
 * is exact; a stamp from before then may be read an hour late.
 */
const istanbulOffset = '+03:00';
export const serviceZoneMinutes = 180;

const stampShape = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?\s*(UTC|Z|[+-]\d{2}:?\d{2})?$/;

/** Reads the service's stamp, `2018-06-05 10:57:45`, local time without a zone: epoch ms, or `null` if it is none. */
export function parseStamp(stamp: string): number | null {
  const [, day, time, zone] = stampShape.exec(stamp.trim()) ?? [];
  if (day === undefined || time === undefined) return null;
  const asUtc = Date.parse(`${day}T${time}Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== day) return null;
  const parsed = Date.parse(`${day}T${time}${isoZone(zone)}`);
  return Number.isNaN(parsed) ? null : parsed;
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined) return istanbulOffset;
  if (zone === 'UTC' || zone === 'Z') return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** Epoch ms as the service's local stamp, `2018-06-05 10:57:45`. */
export const formatStamp = (epochMs: number): string => sortable(epochMs + serviceZoneMinutes * 60_000);

/** Epoch ms as `/fdrs` wants its range: `2017-08-03 12:30:32 UTC`. */
export const formatQueryStamp = (epochMs: number): string => `${sortable(epochMs)} UTC`;

const sortable = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ');

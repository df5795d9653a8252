/** A moment (epoch milliseconds) with its zone, `2026-11-23T14:30:05+03:00`. */
export function isoMoment(at: number, zoneMinutes: number): string {
  const local = new Date(at + zoneMinutes * 60_000).toISOString().slice(0, 19);
  const ahead = Math.abs(zoneMinutes);
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  return `${local}${zoneMinutes < 0 ? '-' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`;
}

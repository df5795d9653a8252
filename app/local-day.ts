/** The day of a moment (epoch milliseconds) in the computer's own zone, `2026-11-23`. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** When a day begins in the computer's own zone, epoch milliseconds. `month` from 0; days and months may overflow. */
export const startOfDay = (year: number, month: number, day: number): number => new Date(year, month, day).getTime();

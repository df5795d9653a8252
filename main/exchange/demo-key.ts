import { randomInt } from 'node:crypto';

/** A key of the service's shape (api.md), another one at each call. */
export function demoKey(): string {
  const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');
  return `K${[8, 4, 4, 4, 12].map(digits).join('-')}`;
}

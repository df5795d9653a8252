import type { Figure } from './place';

const columns = ['what', 'ours', 'peer', 'ratio', 'reach', ''] as const;

function cellsOf({ what, ours, peer, ratio, reach, isReached }: Figure): string[] {
  const verdict = isReached === undefined ? '' : isReached ? 'reached' : 'missed';
  return [what, ours, peer ?? '', ratio ?? '', reach ?? '', verdict];
}

/** A table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [[...columns], ...figures.map(cellsOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

export const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

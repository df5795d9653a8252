import { assertNever } from '../assert-never';
import type { Resolution } from './profile';

/**
 * Named page sizes. `universal` is as tall as US Letter and 1686 pels wide: it passes most fax servers bit for bit,
 * because they rasterise to Letter height and many shrink or cut anything wider. `a4` keeps A4's height.
 */
export type PageProfile = 'universal' | 'a4';

/** A fax page in pels. Pels are not square: lines are `verticalPerInch` apart, pels `HORIZONTAL_PER_INCH`. */
export interface PageGeometry {
  readonly profile: PageProfile;
  readonly resolution: Resolution;
  readonly widthPels: number;
  readonly scanLines: number;
  readonly verticalPerInch: number;
  readonly widthPoints: number;
  readonly heightPoints: number;
}

/** T.30 pels an inch across, of every resolution used here. */
export const HORIZONTAL_PER_INCH = 204;

const WIDTH_PELS = 1686;
export const POINTS_PER_INCH = 72;

/** Scan lines an inch. */
export const verticalPerInch = (resolution: Resolution): number => (resolution === 'fine' ? 196 : 98);

/** Width in points (1/72 inch) of so many pels. */
export const pelsToPoints = (pels: number): number => (pels / HORIZONTAL_PER_INCH) * POINTS_PER_INCH;

/** Height in points (1/72 inch) of so many scan lines. */
export const linesToPoints = (lines: number, resolution: Resolution): number =>
  (lines / verticalPerInch(resolution)) * POINTS_PER_INCH;

function fineScanLines(profile: PageProfile): number {
  switch (profile) {
    case 'universal':
      return 2156;
    case 'a4':
      return 2292;
    default:
      return assertNever(profile);
  }
}

/** The page of a profile at a resolution. */
export function pageGeometry(resolution: Resolution, profile: PageProfile = 'universal'): PageGeometry {
  const scanLines = resolution === 'fine' ? fineScanLines(profile) : fineScanLines(profile) / 2;
  return {
    profile,
    resolution,
    widthPels: WIDTH_PELS,
    scanLines,
    verticalPerInch: verticalPerInch(resolution),
    widthPoints: pelsToPoints(WIDTH_PELS),
    heightPoints: linesToPoints(scanLines, resolution),
  };
}

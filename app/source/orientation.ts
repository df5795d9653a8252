import type { PixelSize, Turn } from '../fax/placement';

/** What makes a stored picture upright: mirrored left to right first, then turned clockwise. */
export interface Uprighting {
  readonly mirrored: boolean;
  readonly turn: Turn;
}

const byOrientation: Readonly<Record<number, Uprighting>> = {
  1: { mirrored: false, turn: 0 },
  2: { mirrored: true, turn: 0 },
  3: { mirrored: false, turn: 180 },
  4: { mirrored: true, turn: 180 },
  5: { mirrored: true, turn: 270 },
  6: { mirrored: false, turn: 90 },
  7: { mirrored: true, turn: 90 },
  8: { mirrored: false, turn: 270 },
};

const upright: Uprighting = { mirrored: false, turn: 0 };

/** How EXIF orientation 1 to 8 is made upright (EXIF 2.3 §4.6.4). */
export const uprighting = (orientation: number): Uprighting => byOrientation[orientation] ?? upright;

/** A picture's size once it is upright. */
export const uprightSize = ({ widthPx, heightPx }: PixelSize, orientation: number): PixelSize =>
  orientation >= 5 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };

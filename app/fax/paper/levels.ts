import type { GreyImage } from '../grey';

const DARKEST = 12;
const OCTAVE = 256;

/** Brightness of 0 … 255 on a logarithmic scale, `OCTAVE` levels for twice as much: a step is the same in light and in shadow. */
export const levels = Int16Array.from({ length: 256 }, (_, value) =>
  Math.round(OCTAVE * Math.log2((value + DARKEST) / DARKEST)),
);

/** How many levels there are. */
export const LEVELS = (levels.at(-1) ?? 0) + 1;

/** The levels by which brightness differs that is so many times another. */
export const levelsOf = (times: number): number => OCTAVE * Math.log2(times);

/** The level of a picture's pixel. */
export const levelAt = ({ pixels }: GreyImage, at: number): number => levels[pixels[at] ?? 0] ?? 0;

import type { Turn } from '../../app/fax/placement';
import type { PaperSize } from '../compose/worker/protocol';

/** How large pages are shown; a number is the factor of their size on paper. */
export type Zoom = 'page' | 'width' | number;

/** CSS's inch. */
const PX_PER_INCH = 96;
const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 2.5, 3, 4] as const;
const least = steps[0];
const most = steps[steps.length - 1] ?? 4;

/** A4, until a page's own size is known. */
export const usualPaper: PaperSize = { widthInch: 8.27, heightInch: 11.69 };

export const turnedPaper = ({ widthInch, heightInch }: PaperSize, turn: Turn): PaperSize =>
  turn % 180 === 0 ? { widthInch, heightInch } : { widthInch: heightInch, heightInch: widthInch };

/** The factor at which `page` is shown in a frame of this size, in CSS pixels. */
export function factorOf(zoom: Zoom, page: PaperSize, frame: { width: number; height: number }): number {
  if (typeof zoom === 'number') return zoom;
  const across = frame.width / (page.widthInch * PX_PER_INCH);
  if (zoom === 'width') return clamp(across);
  return clamp(Math.min(across, frame.height / (page.heightInch * PX_PER_INCH)));
}

/** The next step in or out from a factor. */
export function stepFrom(factor: number, by: 1 | -1): number {
  const beyond = by > 0 ? steps.find((step) => step > factor * 1.01) : steps.findLast((step) => step < factor * 0.99);
  return beyond ?? (by > 0 ? most : least);
}

/** For a turn of the wheel. */
export const scaled = (factor: number, by: number): number => clamp(factor * by);

const clamp = (factor: number): number => Math.min(Math.max(factor, least), most);

/** A page's size on the screen, in CSS pixels. */
export const onScreen = ({ widthInch, heightInch }: PaperSize, factor: number): { width: number; height: number } => ({
  width: Math.round(widthInch * PX_PER_INCH * factor),
  height: Math.round(heightInch * PX_PER_INCH * factor),
});

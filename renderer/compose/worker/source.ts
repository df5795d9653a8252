import type { Frame } from '../../../app/fax/frame';
import { hasFaxPitch, type Pitch } from '../../../app/fax/as-it-is';
import type { GreyImage } from '../../../app/fax/grey';
import type { PixelSize } from '../../../app/fax/placement';
import type { Result } from '../../../app/result';

/**
 * What a page's pixels are. `picture`: a photo or a scan, with shadows, noise, a tint of paper. `print`: drawn by a program on pure
 * white. `bilevel`: black and white already, as from a fax machine.
 */
export type Nature = 'picture' | 'print' | 'bilevel';

/** Dots this much wider than high, or narrower, are square: a page's size may be rounded. */
const NEARLY_SQUARE = 0.02;

export const isSquare = ({ across, down }: Pitch): boolean => Math.abs(across / down - 1) <= NEARLY_SQUARE;

/** What black and white dots are: a fax's own, or a scan, which may lie askew or have black edges. */
export const natureOfBlackAndWhite = (pitch: Pitch): Nature =>
  hasFaxPitch(pitch) || !isSquare(pitch) ? 'bilevel' : 'picture';

/** A page of a source, decoded, and the EXIF orientation (1 to 8) that is still to be applied to it. */
export interface DecodedPage {
  readonly grey: GreyImage;
  readonly orientation: number;
  readonly nature: Nature;
  /** Its size as stored, in square units of at most 1/72 inch each, where that is not the size in pixels. */
  readonly size?: PixelSize;
  /** How dense its pixels are, where that is known and means something. */
  readonly pitch?: Pitch;
  /** Where it lies on an upright page that has nothing else, of that size, where it is not all of a page. */
  readonly on?: { readonly page: PixelSize; readonly frame: Frame };
}

/** More pages than any fax has. */
export const MOST_PAGES = 1000;

/** How large a page is wanted, in pixels, upright but for a quarter turn that it may get afterwards. Only drawn pages ask. */
export type Fit = (page: PixelSize) => PixelSize;

/** Why a page is decoded: to be faxed, as the paper that was photographed, or to be seen as the document has it. */
export type Purpose = 'fax' | 'look';

/** A file whose pages can be faxed. Each kind of document is one implementation; a picture has one page. */
export interface Source {
  readonly pageCount: number;
  /** Has to be drawn by the window: here it has no pixels. */
  readonly isDrawing?: boolean;
  /** Pages are counted from 1. */
  decodePage(sourcePage: number, fit: Fit, purpose: Purpose): Promise<Result<DecodedPage>>;
  /** Gives back the memory it holds; not used after. */
  close?(): void;
}

/** A file in memory, the name by which failures speak of it, and what unlocks it. */
export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly password?: string | undefined;
}

/** Opens bytes as a source, or says why they can't be one. Nothing is decoded yet. */
export type OpenSource = (file: FileBytes) => Result<Source> | Promise<Result<Source>>;

import type { Sharp } from './peers';

/** A file as sharp makes a fax page of it: scaled to the page, thresholded half-way, T.6 in a TIFF. */
export async function sharpFax(sharp: Sharp, file: string, width: number, height: number, tiff: string): Promise<void> {
  const grey = sharp(file).rotate().greyscale().resize({ width, height, fit: 'contain', background: '#fff' });
  const blackAndWhite = grey.threshold(128).toColourspace('b-w');
  await blackAndWhite.tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 196 / 25.4 }).toFile(tiff);
}

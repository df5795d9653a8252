/** A TIFF whose pixels can't be had from its bytes. */
export class TiffDamagedError extends Error {
  override readonly name = 'TiffDamagedError';
}

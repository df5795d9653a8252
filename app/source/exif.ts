import type { Bytes } from './bytes';

const ORIENTATION_TAG = 0x0112;
const ENTRY_BYTES = 12;
const UPRIGHT = 1;

/** EXIF orientation (1 to 8) of the TIFF block that begins at `start`; 1 where it says none or nonsense (TIFF 6.0, EXIF 2.3 §4.6.4). */
export function exifOrientation(bytes: Bytes, start: number): number {
  const little = bytes.says(start, 'II');
  if (!little && !bytes.says(start, 'MM')) return UPRIGHT;
  const u16 = (at: number): number => (little ? bytes.u16le(at) : bytes.u16be(at));
  const u32 = (at: number): number => (little ? bytes.u32le(at) : bytes.u32be(at));
  const directory = start + u32(start + 4);
  const entries = Math.min(u16(directory), Math.floor((bytes.length - directory) / ENTRY_BYTES));
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * ENTRY_BYTES;
    if (u16(entry) !== ORIENTATION_TAG) continue;
    const value = u16(entry + 8);
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }
  return UPRIGHT;
}

import type { Chunk } from './layout';
import type { SampleFormat } from './page';

const RGB = 2;
const START_OF_IMAGE = [0xff, 0xd8];
/** Adobe's APP14: without it decoders take three colours for YCbCr; its last byte, 0, says that they are as they are (T.872 §6.5.3). */
const COLOURS_AS_THEY_ARE = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];

/** A strip or tile as a JPEG file of its own: with the tables that all of them share (TIFF technical note 2). */
export function jpegOfChunk(all: Uint8Array, { offset, length }: Chunk, format: SampleFormat): Uint8Array {
  const { jpegTables, photometric } = format;
  const tables = jpegTables.length > 4 ? jpegTables.subarray(2, -2) : new Uint8Array();
  const colours = photometric === RGB ? COLOURS_AS_THEY_ARE : [];
  const rest = all.subarray(offset + 2, offset + length);
  const file = new Uint8Array(START_OF_IMAGE.length + colours.length + tables.length + rest.length);
  file.set(START_OF_IMAGE);
  file.set(colours, 2);
  file.set(tables, 2 + colours.length);
  file.set(rest, 2 + colours.length + tables.length);
  return file;
}

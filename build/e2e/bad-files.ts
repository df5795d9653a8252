import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { samples } from './packaged';

export interface BadFiles {
  readonly empty: string;
  readonly text: string;
  readonly cutJpeg: string;
  readonly cutPng: string;
  readonly huge: string;
}

/** Files that can't be faxed, each for its own reason, written into `folder`. */
export function writeBadFiles(folder: string): BadFiles {
  const write = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  return {
    empty: write('bos.png', ''),
    text: write('metin.png', 'Bu bir görüntü değil.\n'),
    cutJpeg: write('yarim.jpg', firstHalf(samples.form)),
    cutPng: write('yarim.png', firstHalf(samples.letter)),
    huge: write('dev.png', blackPng(30_000, 30_000)),
  };
}

function firstHalf(file: string): Uint8Array {
  const bytes = readFileSync(file);
  return bytes.subarray(0, bytes.length / 2);
}

/** A whole and valid PNG of one bit a pixel. */
function blackPng(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height), { level: 1 });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

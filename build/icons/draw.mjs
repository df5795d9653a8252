import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Draws the icon files from the drawings beside it. Run by hand after a change of the drawing; needs rsvg-convert (Debian's
 * librsvg2-bin).
 */
const folder = import.meta.dirname;

/**
 * @param {number} sizePx
 * @param {string} [drawing]
 */
const png = (sizePx, drawing = 'faksla') =>
  execFileSync('rsvg-convert', ['-w', `${sizePx}`, '-h', `${sizePx}`, join(folder, `${drawing}.svg`)]);

/** The ICO container with PNG images (Windows Vista and later). */
function ico() {
  const images = [16, 24, 32, 48, 64, 128, 256].map((sizePx) => ({ sizePx, bytes: png(sizePx) }));
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ sizePx, bytes }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(sizePx % 256, at);
    head.writeUInt8(sizePx % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...images.map(({ bytes }) => bytes)]);
}

/** The ICNS container with PNG images, by Apple's type codes. */
function icns() {
  const sizes = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
  const blocks = Object.entries(sizes).map(([type, sizePx]) => block(type, png(sizePx)));
  return block('icns', Buffer.concat(blocks));
}

/**
 * @param {string} type
 * @param {Buffer} bytes
 */
function block(type, bytes) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(bytes.length + 8, 4);
  return Buffer.concat([head, bytes]);
}

mkdirSync(join(folder, 'linux'), { recursive: true });
for (const sizePx of [16, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(join(folder, `linux/${sizePx}x${sizePx}.png`), png(sizePx));
}
writeFileSync(join(folder, 'faksla.ico'), ico());
writeFileSync(join(folder, 'faksla.icns'), icns());

/** Sizes in pixels: what the tray and the taskbar show at 100, 150, 200 %. macOS colours the template itself. */
const small = {
  tray: [16, 24, 32, 48],
  'tray-attention': [16, 24, 32, 48],
  'tray-template': [16, 32],
  attention: [16, 32],
};
const shipped = join(folder, '../../main/os/icons');
mkdirSync(shipped, { recursive: true });
for (const [drawing, sizes] of Object.entries(small)) {
  for (const sizePx of sizes) writeFileSync(join(shipped, `${drawing}-${sizePx}.png`), png(sizePx, drawing));
}

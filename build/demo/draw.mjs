import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Draws the two sample documents from their SVG: a scanned letter, and a form as a telephone's camera sees it, on a
 * table, at an angle, unevenly lit. Run by hand after a change; needs Debian's librsvg2-bin, imagemagick and
 * fonts-liberation.
 */
const folder = import.meta.dirname;
const work = mkdtempSync(join(tmpdir(), 'faksla-samples-'));

/**
 * @param {string} name
 * @param {number} widthPx
 */
function drawn(name, widthPx) {
  const file = join(work, `${name}.png`);
  execFileSync('rsvg-convert', ['-w', `${widthPx}`, '-o', file, join(folder, `${name}.svg`)]);
  return file;
}

function drawLetter() {
  const scan = ['-colorspace', 'Gray', '-depth', '8', '-colors', '16', '-strip'];
  execFileSync('convert', [drawn('letter', 1240), ...scan, join(folder, 'mektup.png')]);
}

function drawForm() {
  const table = [
    '-size',
    '1200x1600',
    'gradient:#8a6a48-#5d4329',
    '-seed',
    '7',
    '-attenuate',
    '0.6',
    '+noise',
    'Gaussian',
  ];
  const sheet = ['(', drawn('form', 1000), '-alpha', 'set', '-virtual-pixel', 'transparent'];
  const corners = '0,0 120,90  1000,0 1090,140  1000,1414 1140,1520  0,1414 60,1480';
  const seen = ['-background', 'none', '-extent', '1200x1600', '-distort', 'Perspective', corners, ')'];
  const light = ['(', '-size', '1200x1600', 'radial-gradient:#ffffff-#9a948c', '-roll', '-260-320', ')'];
  execFileSync('convert', [
    ...[...table, ...sheet, ...seen, '-composite'],
    ...[...light, '-compose', 'multiply', '-composite'],
    ...['-blur', '0x0.7', '-strip', '-interlace', 'none', '-quality', '72', join(folder, 'form.jpg')],
  ]);
}

drawLetter();
drawForm();
rmSync(work, { recursive: true });

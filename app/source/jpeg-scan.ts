import { huffmanTable, type HuffmanTable, type JpegScan } from '../fax/kernels/jpeg-scan';
import { type JpegSteps, jpegSteps } from '../fax/kernels/jpeg-steps';
import { Bytes } from './bytes';

const marker = {
  sof0: 0xc0,
  sof1: 0xc1,
  dht: 0xc4,
  sos: 0xda,
  dqt: 0xdb,
  dri: 0xdd,
  app0: 0xe0,
  app14: 0xee,
};

/** Markers of frames not read here: progressive, lossless, arithmetic (T.81 Table B.1); and a height told later. */
const isForeign = (code: number): boolean =>
  (code >= 0xc2 && code <= 0xcf && code !== marker.dht) || code === 0xdc || code <= 0x01;

interface Component {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly steps: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}

/** What the segments before the scan say. */
class Segments {
  readonly steps = new Map<number, JpegSteps>();
  readonly tables = new Map<number, HuffmanTable>();
  frame: Frame | null = null;
  restartUnits = 0;
  isJfif = false;
  adobeTransform: number | null = null;

  constructor(readonly bytes: Bytes) {}

  /** Reads one; whether it can be made sense of. */
  read(code: number, at: number, end: number): boolean {
    const { bytes } = this;
    switch (code) {
      case marker.dqt:
        return this.#readSteps(at, end);
      case marker.dht:
        return this.#readTables(at, end);
      case marker.sof0:
      case marker.sof1:
        return this.#readFrame(at, end);
      case marker.dri:
        this.restartUnits = bytes.u16be(at);
        return true;
      case marker.app0:
        this.isJfif ||= bytes.says(at, 'JFIF\0');
        return true;
      case marker.app14:
        if (end - at >= 12 && bytes.says(at, 'Adobe')) this.adobeTransform = bytes.u8(at + 11);
        return true;
      default:
        return !isForeign(code);
    }
  }

  #readSteps(from: number, end: number): boolean {
    let at = from;
    while (at < end) {
      const wide = this.bytes.u8(at) >> 4;
      const stepOf = (k: number): number => (wide === 0 ? this.bytes.u8(at + 1 + k) : this.bytes.u16be(at + 1 + 2 * k));
      this.steps.set(this.bytes.u8(at) & 15, jpegSteps(Array.from({ length: 64 }, (_, k) => stepOf(k))));
      at += 1 + 64 * (wide === 0 ? 1 : 2);
    }
    return at === end;
  }

  #readTables(from: number, end: number): boolean {
    let at = from;
    while (at + 17 <= end) {
      const counts = this.bytes.all.subarray(at + 1, at + 17);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const table = huffmanTable(counts, this.bytes.all.subarray(at + 17, at + 17 + total));
      if (table === null) return false;
      this.tables.set(this.bytes.u8(at), table);
      at += 17 + total;
    }
    return at === end;
  }

  #readFrame(at: number, end: number): boolean {
    const { bytes } = this;
    const count = bytes.u8(at + 5);
    if (this.frame !== null || bytes.u8(at) !== 8 || end - at !== 6 + 3 * count) return false;
    const components = Array.from({ length: count }, (_, i) => {
      const from = at + 6 + 3 * i;
      const sampling = bytes.u8(from + 1);
      return { id: bytes.u8(from), across: sampling >> 4, down: sampling & 15, steps: bytes.u8(from + 2) };
    });
    this.frame = { height: bytes.u16be(at + 1), width: bytes.u16be(at + 3), components };
    return true;
  }
}

/** Whether three components are luma and two colours, as decoders take them (T.871, T.872 §6.5.3). */
function isLumaFirst({ isJfif, adobeTransform }: Segments, components: readonly Component[]): boolean {
  if (isJfif) return true;
  if (adobeTransform !== null) return adobeTransform === 1;
  return components.every(({ id }, i) => id === i + 1);
}

/** Blocks of luma a unit has: one, two beside each other, or four; those of either colour are one. */
function unitOf(segments: Segments, components: readonly Component[]): { across: number; down: number } | null {
  const [luma, ...colours] = components;
  if (luma === undefined) return null;
  if (colours.length === 0) return { across: 1, down: 1 };
  if (colours.length !== 2 || !colours.every(({ across, down }) => across === 1 && down === 1)) return null;
  const { across, down } = luma;
  const isUsual = (across === 1 && down === 1) || (across === 2 && (down === 1 || down === 2));
  return isUsual && isLumaFirst(segments, components) ? { across, down } : null;
}

/** Which tables the scan at `at` has each component decoded by; `null` where it isn't one scan of all. */
function tablesOf({ bytes, tables }: Segments, { components }: Frame, at: number): JpegScan['tables'] | null {
  if (bytes.u8(at) !== components.length) return null;
  const pairs = components.map(({ id }, i) => {
    const by = bytes.u8(at + 2 + 2 * i);
    const [dc, ac] = [tables.get(by >> 4), tables.get(0x10 | (by & 15))];
    return bytes.u8(at + 1 + 2 * i) === id && dc !== undefined && ac !== undefined ? ([dc, ac] as const) : null;
  });
  const spectrum = at + 1 + 2 * components.length;
  const isWhole = bytes.u8(spectrum) === 0 && bytes.u8(spectrum + 1) === 63 && bytes.u8(spectrum + 2) === 0;
  return isWhole && pairs.every((pair) => pair !== null) ? pairs : null;
}

function scanAt(segments: Segments, at: number, end: number): JpegScan | null {
  const { frame, restartUnits } = segments;
  if (frame === null || frame.width === 0 || frame.height === 0) return null;
  const { width, height, components } = frame;
  const unit = unitOf(segments, components);
  const tables = tablesOf(segments, frame, at);
  const steps = segments.steps.get(components[0]?.steps ?? 0);
  const bytes = segments.bytes.all.subarray(end);
  if (unit === null || tables === null || steps === undefined) return null;
  return { width, height, ...unit, isColour: components.length > 1, tables, steps, restartUnits, bytes };
}

/**
 * What is needed to decode a JPEG's luma; `null` where that is not of the kind nearly all are: sequential, of 8 bits, in one scan, grey or YCbCr. Whether it is whole is known once it is decoded.
 */
export function readJpegScan(all: Uint8Array): JpegScan | null {
  const bytes = new Bytes(all);
  const segments = new Segments(bytes);
  for (let at = 2; at + 4 <= bytes.length;) {
    const code = bytes.u8(at + 1);
    if (bytes.u8(at) !== 0xff) return null;
    if (code === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.u16be(at + 2);
    if (code === marker.sos) return scanAt(segments, at + 4, end);
    if (end < at + 4 || !segments.read(code, at + 4, end)) return null;
    at = end;
  }
  return null;
}

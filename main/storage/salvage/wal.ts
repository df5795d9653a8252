/** The write-ahead log beside a database, as sqlite.org/fileformat2.html §4 describes it. */
export interface Wal {
  /** Pages as the last commit left them that can be read, by number. */
  readonly pages: ReadonlyMap<number, Uint8Array>;
  /**
   * `damaged`: what was committed can't be read, or not all of it. `torn`: the last frame is not whole, which a power
   * cut leaves as well as damage.
   */
  readonly state: 'whole' | 'torn' | 'damaged';
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const magicBigEndian = 0x377f0683;
const magicLittleEndian = 0x377f0682;

type Sums = readonly [number, number];

interface Frame {
  readonly page: number;
  readonly isCommit: boolean;
  readonly content: Uint8Array;
  /** It follows on the frame before it, as far as that one's own sums tell. */
  readonly isWhole: boolean;
  /** And so does every frame before it. */
  readonly isSure: boolean;
}

export function readWal(bytes: Uint8Array): Wal {
  if (bytes.length === 0) return { pages: new Map(), state: 'whole' };
  if (bytes.length < headerBytes) return { pages: new Map(), state: 'torn' };
  const frames = framesOf(bytes);
  if (frames === null) return { pages: new Map(), state: 'damaged' };
  const broken = frames.findIndex(({ isSure }) => !isSure);
  const state = broken < 0 ? 'whole' : frames.slice(broken).some(isWholeCommit) ? 'damaged' : 'torn';
  return { pages: pagesOf(frames), state };
}

const isWholeCommit = ({ isWhole, isCommit }: Frame): boolean => isWhole && isCommit;

/** Of the frames that are whole, up to the last commit. */
function pagesOf(frames: readonly Frame[]): Map<number, Uint8Array> {
  const committed = frames.slice(0, frames.findLastIndex(isWholeCommit) + 1);
  return new Map(committed.filter(({ isWhole }) => isWhole).map(({ page, content }) => [page, content]));
}

/** `null`: the header is not one, so nothing tells which frames count. Frames of an earlier round are left out. */
function framesOf(bytes: Uint8Array): Frame[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  if (magic !== magicBigEndian && magic !== magicLittleEndian) return null;
  const isLittle = magic === magicLittleEndian;
  const pageSize = view.getUint32(8);
  const headerSums = sumsOver(view, 0, 24, [0, 0], isLittle);
  if (headerSums[0] !== view.getUint32(24) || headerSums[1] !== view.getUint32(28) || pageSize < 512) return null;
  const frames: Frame[] = [];
  let sums = headerSums;
  let isSure = true;
  for (let at = headerBytes; at + frameHeaderBytes + pageSize <= bytes.length; at += frameHeaderBytes + pageSize) {
    const isOfThisRound =
      view.getUint32(at + 8) === view.getUint32(16) && view.getUint32(at + 12) === view.getUint32(20);
    const stored: Sums = [view.getUint32(at + 16), view.getUint32(at + 20)];
    const ofHeader = sumsOver(view, at, 8, sums, isLittle);
    const found = sumsOver(view, at + frameHeaderBytes, pageSize, ofHeader, isLittle);
    const isWhole = isOfThisRound && found[0] === stored[0] && found[1] === stored[1];
    if (!isOfThisRound && isSure && !followsLater(view, at, pageSize)) break;
    isSure &&= isWhole;
    const content = bytes.subarray(at + frameHeaderBytes, at + frameHeaderBytes + pageSize);
    frames.push({ page: view.getUint32(at), isCommit: view.getUint32(at + 4) !== 0, content, isWhole, isSure });
    sums = stored;
  }
  return frames;
}

/** Whether a frame of this round comes after one whose salts are not its own: then those were damaged. */
function followsLater(view: DataView, at: number, pageSize: number): boolean {
  for (let next = at + frameHeaderBytes + pageSize; next + 16 <= view.byteLength; next += frameHeaderBytes + pageSize) {
    if (view.getUint32(next + 8) === view.getUint32(16) && view.getUint32(next + 12) === view.getUint32(20))
      return true;
  }
  return false;
}

/** §4.3, "Checksum Algorithm". */
function sumsOver(view: DataView, from: number, length: number, [first, second]: Sums, isLittle: boolean): Sums {
  let a = first;
  let b = second;
  for (let at = from; at < from + length; at += 8) {
    a = (a + view.getUint32(at, isLittle) + b) >>> 0;
    b = (b + view.getUint32(at + 4, isLittle) + a) >>> 0;
  }
  return [a, b];
}

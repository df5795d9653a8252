import { type FilePart, PART_BYTES, type PartAnswer, type PartWanted } from '../../../app/file-parts';
import { fail, ok, type Result } from '../../../app/result';
import type { ReadPart } from './stored';

interface Asked {
  readonly resolve: (part: Result<FilePart>) => void;
  part: FilePart;
  /** So many bytes of it have come. */
  byteCount: number;
}

const none: FilePart = { bytes: new Uint8Array(), total: 0 };

/** Reads parts of given files over a port to main. `roomFor` gives the memory each lies in. */
export function askForParts(
  port: MessagePort,
  roomFor: (byteCount: number) => Uint8Array = (byteCount) => new Uint8Array(byteCount),
): ReadPart {
  const asked = new Map<number, Asked>();
  let last = 0;
  const end = (id: number, part: Result<FilePart>): void => {
    asked.get(id)?.resolve(part);
    asked.delete(id);
  };
  port.onmessage = ({ data }: MessageEvent<PartAnswer>) => {
    const of = asked.get(data.id);
    if (!of) return;
    if ('failure' in data) {
      end(data.id, fail(data.failure));
      return;
    }
    if ('total' in data) of.part = { bytes: roomFor(data.length), total: data.total };
    else {
      of.part.bytes.set(data.bytes, of.byteCount);
      of.byteCount += data.bytes.length;
      free(data.bytes);
    }
    if (of.byteCount === of.part.bytes.length) end(data.id, ok(of.part));
  };
  return ({ token }, from) =>
    new Promise((resolve) => {
      const id = ++last;
      asked.set(id, { resolve, part: none, byteCount: 0 });
      port.postMessage({ id, token, from } satisfies PartWanted);
    });
}

/** ES2024. */
interface Transferring {
  transfer?(length: number): unknown;
}

/** Gives its memory back now, not when garbage is collected. */
const free = ({ buffer }: Uint8Array): unknown => (buffer as Transferring).transfer?.(0);

/** The same memory each time, for who keeps none of it: new memory takes longer than what is written to it. */
export function sameRoom(): (byteCount: number) => Uint8Array {
  let room: Uint8Array | null = null;
  return (byteCount) => (room ??= new Uint8Array(PART_BYTES)).subarray(0, byteCount);
}

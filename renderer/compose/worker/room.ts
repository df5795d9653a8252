/** Memory to read to. It is away while it is read to, and given back then. */
export interface Room {
  /** So many bytes, or more. */
  take(byteCount: number): ArrayBuffer;
  giveBack(memory: ArrayBuffer): void;
}

/** New memory each time, for who keeps what is read. */
export const newRoom: Room = { take: (byteCount) => new ArrayBuffer(byteCount), giveBack: () => undefined };

const SAME_BYTES = 4 << 20;

/** The same memory each time, for who keeps none of it: new memory takes longer than what is written to it. What is longer gets its own, which `onLarge` is told of. */
export function sameRoom(onLarge: (byteCount: number) => void = () => undefined): Room {
  let same: ArrayBuffer | null = null;
  return {
    take(byteCount) {
      if (byteCount > SAME_BYTES) {
        onLarge(byteCount);
        return new ArrayBuffer(byteCount);
      }
      const room = same ?? new ArrayBuffer(SAME_BYTES);
      same = null;
      return room;
    },
    giveBack(memory) {
      if (memory.byteLength === SAME_BYTES) same = memory;
    },
  };
}

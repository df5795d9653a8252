/** Reads numbers from hostile bytes: beyond the end everything is 0. */
export class Bytes {
  constructor(readonly all: Uint8Array) {}

  get length(): number {
    return this.all.length;
  }

  u8(at: number): number {
    return this.all[at] ?? 0;
  }

  u16be(at: number): number {
    return this.u8(at) * 0x100 + this.u8(at + 1);
  }

  u16le(at: number): number {
    return this.u8(at) + this.u8(at + 1) * 0x100;
  }

  u24le(at: number): number {
    return this.u16le(at) + this.u8(at + 2) * 0x10000;
  }

  u32be(at: number): number {
    return this.u16be(at) * 0x10000 + this.u16be(at + 2);
  }

  u32le(at: number): number {
    return this.u16le(at) + this.u16le(at + 2) * 0x10000;
  }

  i32le(at: number): number {
    return this.u32le(at) | 0;
  }

  /** Whether these characters (Latin-1) stand at `at`. */
  says(at: number, text: string): boolean {
    return Array.from(text).every((character, i) => this.all[at + i] === character.charCodeAt(0));
  }
}

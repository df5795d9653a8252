import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrayCutError, createPassing, type Piece, PIECE_BYTES, Pieces } from './pieces';

const long = Uint8Array.from({ length: PIECE_BYTES * 2 + 7 }, (_, at) => at % 251);

function crossing(drop: (piece: Piece) => boolean = () => false) {
  const pieces = new Pieces();
  const sizes: number[] = [];
  const pass = createPassing((piece) => {
    sizes.push(piece.bytes.length);
    if (!drop(piece)) pieces.add(piece);
  });
  return { sizes, cross: (input: unknown) => pieces.joined(structuredClone(pass(input))) };
}

describe('a long array of bytes', () => {
  it('crosses in pieces, and is there as it was', () => {
    const { sizes, cross } = crossing();
    expect(cross({ pdf: long, request: { recipients: ['+902123205072'] } })).toEqual({
      pdf: long,
      request: { recipients: ['+902123205072'] },
    });
    expect(sizes).toEqual([PIECE_BYTES, PIECE_BYTES, 7]);
  });

  it('is told from others, and from part of a larger one', () => {
    const { cross } = crossing();
    const larger = new Uint8Array([...long, ...long]);
    const two = { one: larger.subarray(3, 3 + long.length), other: long };
    expect(cross(two)).toEqual(two);
  });

  it('is never taken for whole when a piece of it is missing', () => {
    for (const missing of [0, PIECE_BYTES, PIECE_BYTES * 2]) {
      const { cross } = crossing(({ at }) => at === missing);
      expect(() => cross({ pdf: long })).toThrow(ArrayCutError);
    }
  });

  it('begins anew where a page that was left had begun one', () => {
    const pieces = new Pieces();
    pieces.add({ of: 0, byteCount: long.length, at: 0, bytes: long.slice(0, 9) });
    const pass = createPassing((piece) => pieces.add(piece));
    expect(pieces.joined(pass({ pdf: long }))).toEqual({ pdf: long });
  });
});

it('leaves everything else as it is', () => {
  const { sizes, cross } = crossing();
  fc.assert(
    fc.property(fc.jsonValue(), (input) => {
      expect(cross(input)).toEqual(input);
    }),
  );
  expect(cross({ pdf: long.slice(0, PIECE_BYTES) })).toEqual({ pdf: long.slice(0, PIECE_BYTES) });
  expect(cross(undefined)).toBeUndefined();
  expect(sizes).toEqual([]);
});

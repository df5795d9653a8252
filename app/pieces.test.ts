import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrayCutError, createPassing, type Piece, PIECE_BYTES, Pieces } from './pieces';

const long = Uint8Array.from({ length: PIECE_BYTES * 2 + 7 }, (_, at) => at % 251);

const newId = (): (() => string) => {
  let last = 0;
  return () => String(++last);
};

function crossing(drop: (piece: Piece) => boolean = () => false) {
  const waiting: (() => void)[] = [];
  const pieces = new Pieces((giveUp) => waiting.push(giveUp));
  const passed: Piece[] = [];
  const sizes: number[] = [];
  const pass = createPassing((piece) => {
    sizes.push(piece.bytes.length);
    passed.push(structuredClone(piece));
  }, newId());
  const arrive = (): void => passed.splice(0).forEach((piece) => drop(piece) || pieces.add(piece));
  const cross = (input: unknown): Promise<unknown> => {
    const marked = structuredClone(pass(input));
    arrive();
    return pieces.joined(marked);
  };
  return { sizes, pass, pieces, arrive, cross, giveUp: () => waiting.splice(0).forEach((each) => each()) };
}

describe('a long array of bytes', () => {
  it('crosses in pieces, and is there as it was', async () => {
    const { sizes, cross } = crossing();
    expect(await cross({ pdf: long, request: { recipients: ['+902123205072'] } })).toEqual({
      pdf: long,
      request: { recipients: ['+902123205072'] },
    });
    expect(sizes).toEqual([PIECE_BYTES, PIECE_BYTES, 7]);
  });

  it('may come after its call, which waits for it', async () => {
    const { pass, pieces, arrive } = crossing();
    const input = { pdf: long, other: long.map((byte) => byte + 1) };
    const joined = pieces.joined(structuredClone(pass(input)));
    arrive();
    expect(await joined).toEqual(input);
  });

  it('is told from others, and from part of a larger one', async () => {
    const { cross } = crossing();
    const larger = new Uint8Array([...long, ...long]);
    const two = { one: larger.subarray(3, 3 + long.length), other: long };
    expect(await cross(two)).toEqual(two);
  });

  it('is never taken for whole when a piece of it is missing', async () => {
    for (const missing of [0, PIECE_BYTES, PIECE_BYTES * 2]) {
      const { cross, giveUp } = crossing(({ at }) => at === missing);
      const crossed = cross({ pdf: long });
      giveUp();
      await expect(crossed).rejects.toThrow(ArrayCutError);
    }
  });

  it('is let go of when its page is left, but not where a call waits for it', async () => {
    const { pass, pieces, arrive, giveUp } = crossing();
    const left = structuredClone(pass({ pdf: long }));
    arrive();
    const asked = pieces.joined(structuredClone(pass({ pdf: long })));
    pieces.forgetUnasked();
    arrive();
    expect(await asked).toEqual({ pdf: long });
    const lost = pieces.joined(left);
    giveUp();
    await expect(lost).rejects.toThrow(ArrayCutError);
  });
});

it('leaves everything else as it is', async () => {
  const { sizes, cross } = crossing();
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (input) => {
      expect(await cross(input)).toEqual(input);
    }),
  );
  expect(await cross({ pdf: long.slice(0, PIECE_BYTES) })).toEqual({ pdf: long.slice(0, PIECE_BYTES) });
  expect(await cross(undefined)).toBeUndefined();
  expect(sizes).toEqual([]);
});

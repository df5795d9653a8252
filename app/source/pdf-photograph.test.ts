import { describe, expect, it } from 'vitest';
import { photographOf, type PlacedPicture } from './pdf-photograph';

const A4 = { widthPx: 595, heightPx: 842 };

/** An upright picture by its left, top, right and lower end, in parts of the page. */
const placed = (
  [left, top, right, bottom]: [number, number, number, number],
  [width, height]: [number, number],
  bits = 24,
): PlacedPicture => ({
  topLeft: { x: left, y: top },
  topRight: { x: right, y: top },
  bottomLeft: { x: left, y: bottom },
  width,
  height,
  bits,
});

const whole: [number, number, number, number] = [0, 0, 1, 1];

describe('the photograph on a page', () => {
  it('is a picture with white around it, as dense as it is stored', () => {
    const photograph = photographOf([placed([0.1, 0.1, 0.9, 0.9], [952, 1347])], A4);
    expect(photograph).toEqual({
      frame: { left: 0.1, top: 0.1, right: 0.9, bottom: 0.9 },
      widthPx: 952,
      heightPx: 1347,
    });
  });

  it('is so many pixels wide as is shown of a picture that lies on its side', () => {
    const onItsSide = {
      ...placed(whole, [842, 595]),
      topLeft: { x: 1, y: 0 },
      topRight: { x: 1, y: 1 },
      bottomLeft: { x: 0, y: 0 },
    };
    expect(photographOf([onItsSide], A4)).toMatchObject({ widthPx: 595, heightPx: 842 });
  });

  it('ends where the page does', () => {
    const beyond = placed([-0.5, 0, 1.5, 1], [1190, 842]);
    expect(photographOf([beyond], A4)).toEqual({
      frame: { left: 0, top: 0, right: 1, bottom: 1 },
      widthPx: 595,
      heightPx: 842,
    });
  });

  it('is what the strips of a scan make together', () => {
    const strips = Array.from({ length: 8 }, (_, i) => placed([0, i / 8, 1, (i + 1) / 8], [2480, 438]));
    expect(photographOf(strips, A4)).toMatchObject({ frame: { left: 0, top: 0, right: 1, bottom: 1 }, widthPx: 2480 });
  });

  it('is what its layers make together, as dense as the densest', () => {
    const layers = [placed(whole, [620, 877]), placed([0.2, 0.2, 0.8, 0.8], [1488, 2105], 1)];
    expect(photographOf(layers, A4)).toMatchObject({ widthPx: 2480, heightPx: expect.closeTo(3509, -1) as number });
  });

  it('is made to halves of a picture that has more pixels than a page takes', () => {
    const { widthPx = 0, heightPx = 0 } = photographOf([placed(whole, [4960, 7016])], A4) ?? {};
    expect(widthPx).toBeGreaterThan(2400);
    expect(widthPx).toBeLessThan(2480);
    expect(widthPx * heightPx).toBeLessThan(12_000_000);
  });

  it('is none of several pictures, of a small one, or of no picture', () => {
    const sideBySide = [placed([0.1, 0.1, 0.45, 0.9], [600, 800]), placed([0.55, 0.1, 0.9, 0.9], [600, 800])];
    expect(photographOf(sideBySide, A4)).toBeNull();
    expect(photographOf([placed([0.2, 0.2, 0.7, 0.7], [600, 800])], A4)).toBeNull();
    expect(photographOf([], A4)).toBeNull();
  });

  it('is none where all is black and white, larger than can be, or nowhere', () => {
    expect(photographOf([placed(whole, [2480, 3508], 1)], A4)).toBeNull();
    expect(photographOf([placed(whole, [20_000, 20_000])], A4)).toBeNull();
    expect(photographOf([placed([NaN, 0, 1, 1], [600, 800])], A4)).toBeNull();
    expect(photographOf([placed(whole, [600, 800])], { widthPx: 0, heightPx: 842 })).toBeNull();
  });
});

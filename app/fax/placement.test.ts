import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HORIZONTAL_PER_INCH, pageGeometry } from './geometry';
import { placeOnPage, type Turn } from './placement';

const fine = pageGeometry('fine');
const standard = pageGeometry('standard');

describe('pageGeometry', () => {
  it('has the sizes fax servers keep bit for bit', () => {
    expect(fine).toMatchObject({ widthPels: 1686, scanLines: 2156, heightPoints: 792 });
    expect(fine.widthPoints).toBeCloseTo(595.06, 2);
    expect(standard).toMatchObject({ widthPels: 1686, scanLines: 1078, heightPoints: 792 });
    expect(pageGeometry('fine', 'a4').scanLines).toBe(2292);
    expect(pageGeometry('standard', 'a4').scanLines).toBe(1146);
  });
});

describe('placeOnPage', () => {
  it('fits an A4 scan at 94 %, centred, to the page’s full height', () => {
    expect(placeOnPage({ widthPx: 1654, heightPx: 2339 }, fine)).toEqual({
      turn: 0,
      left: 49,
      top: 0,
      widthPels: 1587,
      scanLines: 2156,
    });
  });

  it('takes half the lines in standard resolution', () => {
    expect(placeOnPage({ widthPx: 1654, heightPx: 2339 }, standard)).toMatchObject({
      widthPels: 1587,
      scanLines: 1078,
    });
  });

  it('turns a landscape photo anticlockwise and leaves a portrait one upright', () => {
    expect(placeOnPage({ widthPx: 4000, heightPx: 3000 }, fine).turn).toBe(270);
    expect(placeOnPage({ widthPx: 3000, heightPx: 4000 }, fine).turn).toBe(0);
  });

  it('leaves a nearly square picture upright', () => {
    expect(placeOnPage({ widthPx: 1020, heightPx: 1000 }, fine).turn).toBe(0);
  });

  it('turns further by what the user asks', () => {
    const rotations: Turn[] = [0, 90, 180, 270];
    expect(rotations.map((rotation) => placeOnPage({ widthPx: 4000, heightPx: 3000 }, fine, rotation).turn)).toEqual([
      270, 0, 90, 180,
    ]);
  });

  it('prints a pixel no larger than 1/72 inch, below a quarter-inch margin', () => {
    expect(placeOnPage({ widthPx: 144, heightPx: 72 }, fine)).toEqual({
      turn: 0,
      left: 639,
      top: 49,
      widthPels: 408,
      scanLines: 196,
    });
  });

  it('keeps every picture whole on the page and in proportion', () => {
    const side = fc.integer({ min: 1, max: 30_000 });
    const rotation = fc.constantFrom<Turn>(0, 90, 180, 270);
    const page = fc.constantFrom(fine, standard, pageGeometry('fine', 'a4'));
    fc.assert(
      fc.property(side, side, rotation, page, (widthPx, heightPx, turn, geometry) => {
        const at = placeOnPage({ widthPx, heightPx }, geometry, turn);
        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.left + at.widthPels).toBeLessThanOrEqual(geometry.widthPels);
        expect(at.top + at.scanLines).toBeLessThanOrEqual(geometry.scanLines);
        const lying = at.turn % 180 === 0 ? widthPx / heightPx : heightPx / widthPx;
        const acrossInch = at.widthPels / HORIZONTAL_PER_INCH;
        const expectedLines = (acrossInch / lying) * geometry.verticalPerInch;
        const linesAPel = geometry.verticalPerInch / HORIZONTAL_PER_INCH / lying;
        expect(Math.abs(at.scanLines - expectedLines)).toBeLessThanOrEqual(linesAPel + 1);
      }),
    );
  });
});

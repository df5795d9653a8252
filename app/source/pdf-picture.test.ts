import { describe, expect, it } from 'vitest';
import { isAroundPage, orientationOnPage, pictureChanges, type Spot } from './pdf-picture';

const at = (x: number, y: number): Spot => ({ x, y });

describe('a picture on a page', () => {
  it('covers it in eight ways, as EXIF counts them', () => {
    const [a, b, c, d] = [at(0, 0), at(1, 0), at(0, 1), at(1, 1)];
    const ways = [
      [a, b, c],
      [b, a, d],
      [d, c, b],
      [c, d, a],
      [a, c, b],
      [b, d, a],
      [d, b, c],
      [c, a, d],
    ] as const;
    expect(ways.map((corners) => orientationOnPage(...corners))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('may miss the corners by a hundredth, not by more', () => {
    expect(orientationOnPage(at(-0.009, 0.009), at(1.009, 0), at(0, 0.991))).toBe(1);
    expect(orientationOnPage(at(-0.02, 0), at(1, 0), at(-0.02, 1))).toBeNull();
    expect(orientationOnPage(at(0, 0), at(0.98, 0), at(0, 1))).toBeNull();
  });

  it('does not cover it where it lies beside it, askew, or flat', () => {
    expect(orientationOnPage(at(1, 0), at(2, 0), at(1, 1))).toBeNull();
    expect(orientationOnPage(at(0, 0), at(1, 1), at(0, 1))).toBeNull();
    expect(orientationOnPage(at(0, 0), at(0, 0), at(0, 0))).toBeNull();
    expect(orientationOnPage(at(NaN, 0), at(1, 0), at(0, 1))).toBeNull();
  });
});

describe('a clip', () => {
  it('leaves all of a page where it is a rectangle around it', () => {
    expect(isAroundPage([at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)])).toBe(true);
    expect(isAroundPage([at(-3, -2), at(0.995, -2), at(0.995, 1.4), at(-3, 1.4)])).toBe(true);
  });

  it('hides some where it ends on the page, or isn’t a rectangle', () => {
    expect(isAroundPage([at(0, 0), at(0.5, 0), at(0.5, 1), at(0, 1)])).toBe(false);
    expect(isAroundPage([at(0, 0), at(1, 0), at(0, 1)])).toBe(false);
    expect(isAroundPage([at(0, 0), at(1, 1), at(1, 0), at(0, 1)])).toBe(false);
    expect(isAroundPage([])).toBe(false);
  });
});

describe('the dictionary of a picture', () => {
  const changes = (text: string): ReturnType<typeof pictureChanges> => pictureChanges(`obj<</Width 8${text}>>`);
  const none = { hides: false, recolours: false };

  it('hides some of it by a mask or a layer', () => {
    for (const text of ['/SMask 5 0 R', '/Mask[0 0]', '/Mask 5 0 R', '/OC 7 0 R', '/OC<<']) {
      expect([text, changes(text)]).toEqual([text, { ...none, hides: true }]);
    }
  });

  it('changes how it looks by telling values or colours otherwise, or where nobody sees', () => {
    const told = ['/Decode[1 0]', '/Decode [0 1 1 0 0 1]', '/Decode 5 0 R', '/DecodeParms<</ColorTransform 0>>'];
    for (const text of [...told, '/DecodeParms 5 0 R', '/DecodeParms[ 5 0 R]']) {
      expect([text, changes(text)]).toEqual([text, { ...none, recolours: true }]);
    }
  });

  it('says nothing by what goes without saying, nor by what only begins alike', () => {
    const usual = ['/Decode[0 1]', '/Decode [ 0.0 1.0 0 1 0 1.00 ]', '/DecodeParms[<</ColorTransform 1>>]'];
    for (const text of [...usual, '/SMaskInData 0', '/ImageMask true', '/DecodeParms<<>>', '']) {
      expect([text, changes(text)]).toEqual([text, none]);
    }
  });
});

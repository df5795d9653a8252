import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../app/result';
import { foreseeing } from './foreseeing';
import type { Press, SourceFile, ThumbnailOptions } from './press';

const file = (token: string): SourceFile => ({ file: { token }, name: token });
const untouched: ThumbnailOptions = { sourcePage: 1, rotation: 0, corners: undefined, tidy: true, topMargin: false };

/** A press that writes down what it is asked. */
function pressing(isDrawing = false) {
  const asked: string[] = [];
  const press = {
    inspect({ name, password }: SourceFile) {
      asked.push(`inspect ${name}`);
      if (name === 'locked' && password === undefined) return Promise.resolve(fail({ kind: 'passwordNeeded', name }));
      return Promise.resolve(ok({ pageCount: 1, isDrawing }));
    },
    thumbnail({ name }: SourceFile, { rotation }: ThumbnailOptions) {
      asked.push(`thumbnail ${name} ${rotation}`);
      return Promise.resolve(ok({ width: 1, height: 1, pixels: new Uint8Array(1) }));
    },
  } as unknown as Press;
  return { press: foreseeing(press), asked };
}

describe('what is foreseen of a file', () => {
  it('is what is asked of it first, and made once', async () => {
    const { press, asked } = pressing();
    press.foresee(file('a'));
    expect(await press.inspect(file('a'))).toEqual(ok({ pageCount: 1, isDrawing: false }));
    expect((await press.thumbnail(file('a'), untouched)).ok).toBe(true);
    expect(asked).toEqual(['inspect a', 'thumbnail a 0']);
    await press.inspect(file('a'));
    await press.thumbnail(file('a'), untouched);
    expect(asked.slice(2)).toEqual(['inspect a', 'thumbnail a 0']);
  });

  it('is no picture of another page, or of one that lies otherwise', async () => {
    const { press, asked } = pressing();
    press.foresee(file('a'));
    await press.inspect(file('b'));
    await press.thumbnail(file('a'), { ...untouched, rotation: 90 });
    expect(asked).toEqual(['inspect a', 'inspect b', 'thumbnail a 0', 'thumbnail a 90']);
  });

  it('is no picture of a drawing, or of what is locked, which is opened anew with its password', async () => {
    const drawing = pressing(true);
    drawing.press.foresee(file('a'));
    await drawing.press.inspect(file('a'));
    expect(drawing.asked).toEqual(['inspect a']);
    const { press, asked } = pressing();
    press.foresee(file('locked'));
    expect(await press.inspect(file('locked'))).toMatchObject({ ok: false });
    await press.inspect({ ...file('locked'), password: 'x' });
    await press.thumbnail({ ...file('locked'), password: 'x' }, untouched);
    expect(asked).toEqual(['inspect locked', 'inspect locked', 'thumbnail locked 0']);
  });
});

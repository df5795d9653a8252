import { describe, expect, it } from 'vitest';
import { dictionaryFinder } from './pdf-streams';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** What is said of the stream with these contents, by what is known of a PDF. */
const finding =
  (...pieces: string[]) =>
  (contents: string): string | null =>
    dictionaryFinder(() => pieces.map(latin1))(latin1(contents));

describe('the dictionary of a stream', () => {
  it('is found by what the stream contains', () => {
    const find = finding(
      '%PDF\n1 0 obj <</A 1>>stream\nabc\nendstream endobj 2 0 obj\n<</B 2>>\nstream\r\nabd\r\nendstream\n',
    );
    expect(find('abc')).toContain('/A 1');
    expect(find('abc')).not.toContain('/B');
    expect(find('abd')).toContain('/B 2');
    expect(find('abd')).not.toContain('/A');
  });

  it('is found in any piece', () => {
    expect(finding('%PDF stream\n', '9 0 obj<</C 3>>stream\nxyz')('xyz')).toContain('/C 3');
  });

  it('is not found of a stream that is cut, is another, or is none', () => {
    const find = finding('1 0 obj<<>>stream\nab', 'stream\nxyz', '2 0 obj<<>>streamer\nopq');
    for (const contents of ['abc', 'b', 'xyz', 'opq', '']) expect([contents, find(contents)]).toEqual([contents, null]);
  });

  it('is not read where it is longer than any picture’s', () => {
    const find = finding(`1 0 obj<<${' '.repeat(4000)}>>stream\nabc`);
    expect(find('abc')).toBeNull();
  });
});

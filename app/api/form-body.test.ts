import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFaxForm } from './form-body';

const form = { key: 'k', header: 'h', sender: null, recipient: '902123205072', mime: 'application/pdf' };
const decode = (parts: readonly Uint8Array[]) => Buffer.concat(parts).toString();
const bytes = fc.uint8Array({ maxLength: 400 });
const anyText = fc.string({ unit: 'grapheme' });

describe('encodeFaxForm', () => {
  it('has the fields in the order of the document, and no empty one', () => {
    const body = decode(encodeFaxForm({ ...form, sender: '902129630131', bytes: Uint8Array.of(255, 239, 190, 251) }));
    expect(body).toBe(
      'key=k&local_station_header=h&local_station_id=902129630131&remote_station_id=902123205072' +
        '&filedata=data%3Aapplication%2Fpdf%3Bbase64%2C%2F%2B%2B%2B%2Bw%3D%3D',
    );
  });

  it('leaves the sender out when there is none', () => {
    const names = [...new URLSearchParams(decode(encodeFaxForm({ ...form, bytes: new Uint8Array(0) }))).keys()];
    expect(names).toEqual(['key', 'local_station_header', 'remote_station_id', 'filedata']);
  });

  it('gives back every field and every byte through a form parser and base64', () => {
    fc.assert(
      fc.property(anyText, anyText, bytes, (key, header, file) => {
        const parsed = new URLSearchParams(decode(encodeFaxForm({ ...form, key, header, bytes: file })));
        expect(parsed.get('key')).toBe(key);
        expect(parsed.get('local_station_header')).toBe(header);
        expect(parsed.get('filedata')).toBe(`data:application/pdf;base64,${Buffer.from(file).toString('base64')}`);
      }),
    );
  });

  it('holds nothing a form parser would read twice', () => {
    fc.assert(fc.property(bytes, (file) => /^[\w.~%&=-]*$/.test(decode(encodeFaxForm({ ...form, bytes: file })))));
  });

  it('has parts of exactly the size of what is in them', () => {
    fc.assert(
      fc.property(bytes, (file) => {
        for (const part of encodeFaxForm({ ...form, bytes: file })) {
          expect(part.buffer.byteLength).toBe(part.length);
          expect(part.includes(0)).toBe(false);
        }
      }),
    );
  });

  it('holds a file once, however many it goes to', () => {
    const file = Uint8Array.of(1, 2, 3);
    const [one, other] = ['902123205072', '902123205073'].map((recipient) =>
      encodeFaxForm({ ...form, recipient, bytes: file }),
    );
    expect(one?.[0]).not.toEqual(other?.[0]);
    expect(one?.[1]).toBe(other?.[1]);
  });
});

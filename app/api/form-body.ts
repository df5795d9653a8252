import { encodeField } from './urls';

/** The fields of `POST /fax_orders` (api.md). */
export interface FaxForm {
  readonly key: string;
  readonly header: string;
  readonly sender: string | null;
  readonly recipient: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/**
 * The body of `POST /fax_orders` as application/x-www-form-urlencoded, in parts. The same `bytes`, which must not change,
 * are encoded once for all recipients, and are the same part of each of their bodies.
 */
export function encodeFaxForm(form: FaxForm): Uint8Array<ArrayBuffer>[] {
  const text = headOf(form);
  const head = new Uint8Array(text.length);
  writeAscii(text, head, 0);
  return [head, encodedFile(form.bytes)];
}

const encodedFiles = new WeakMap<Uint8Array, Uint8Array<ArrayBuffer>>();

/** Unescaped, a `+` of base64 would arrive as a space, and the service would answer `invalid base64`. */
function encodedFile(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const known = encodedFiles.get(bytes);
  if (known !== undefined) return known;
  const file = new Uint8Array(encodedLength(bytes));
  writeEncoded(bytes, file);
  encodedFiles.set(bytes, file);
  return file;
}

/** Everything before the file; ASCII. */
function headOf({ key, header, sender, recipient, mime }: FaxForm): string {
  const fields = [
    ['key', key],
    ['local_station_header', header],
    ...(sender === null ? [] : [['local_station_id', sender]]),
    ['remote_station_id', recipient],
    ['filedata', `data:${mime};base64,`],
  ];
  return fields.map(([name = '', value = '']) => `${name}=${encodeField(value)}`).join('&');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Each twelve bits, two signs of base64 (RFC 4648 §4), percent-encoded: their length, and their ASCII in six bytes. */
const pairLength = new Uint8Array(4096);
const pairAscii = new Uint8Array(4096 * 6);
for (let pair = 0; pair < 4096; pair++) {
  const text = encodeField(`${alphabet.charAt(pair >> 6)}${alphabet.charAt(pair & 63)}`);
  pairLength[pair] = text.length;
  writeAscii(text, pairAscii, pair * 6);
}

function writeAscii(text: string, into: Uint8Array, start: number): void {
  for (let at = 0; at < text.length; at++) into[start + at] = text.charCodeAt(at);
}

/** Bytes that `writeEncoded` will write. */
function encodedLength(bytes: Uint8Array): number {
  const whole = bytes.length - (bytes.length % 3);
  let length = encodedRest(bytes, whole).length;
  for (let at = 0; at < whole; at += 3) {
    const triple = tripleAt(bytes, at);
    length += (pairLength[triple >> 12] ?? 0) + (pairLength[triple & 4095] ?? 0);
  }
  return length;
}

function writeEncoded(bytes: Uint8Array, into: Uint8Array): void {
  const whole = bytes.length - (bytes.length % 3);
  let to = 0;
  for (let at = 0; at < whole; at += 3) {
    const triple = tripleAt(bytes, at);
    to = writePair(triple >> 12, into, to);
    to = writePair(triple & 4095, into, to);
  }
  writeAscii(encodedRest(bytes, whole), into, to);
}

function writePair(pair: number, into: Uint8Array, start: number): number {
  const length = pairLength[pair] ?? 0;
  for (let at = 0; at < length; at++) into[start + at] = pairAscii[pair * 6 + at] ?? 0;
  return start + length;
}

const tripleAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);

/** The one or two bytes past the last three: their bits padded with zeros, the signs not needed replaced by `=`. */
function encodedRest(bytes: Uint8Array, whole: number): string {
  const rest = bytes.length - whole;
  if (rest === 0) return '';
  const triple = tripleAt(bytes, whole);
  const signs = Array.from({ length: rest + 1 }, (_, at) => alphabet.charAt((triple >> (18 - 6 * at)) & 63));
  return encodeField(signs.join('').padEnd(4, '='));
}

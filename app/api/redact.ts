/** Takes what must not be shown out of a text. */
export type Redact = (text: string) => string;

const mask = '***';
/** `K`, digits and groups after hyphens, as the service writes it, also percent-encoded and also when cut off. */
const keyShaped = /K[0-9a-f]{6,}(?:(?:-|%2d)[0-9a-z]*)+/gi;
const keyField = /\b(key["']?\s*[=:]\s*["']?)[^&\s"'<>,}]+/gi;

/**
 * Makes the `Redact` that removes the key in use, in whatever encoding it comes back, and whatever else looks like a
 * key. The service's own refusals echo the key (api.md: `Gecersiz anahtar: <key>`).
 */
export function redactorFor(key: string | null): Redact {
  const spellings = key === null ? [] : spellingsOf(key);
  return (text) =>
    spellings
      .reduce((rest, spelling) => rest.replace(spelling, mask), text)
      .replace(keyShaped, mask)
      .replace(keyField, `$1${mask}`);
}

function spellingsOf(key: string): RegExp[] {
  const wellFormed = key.replace(/\p{Surrogate}/gu, '\ufffd');
  const every = [key, encodeURIComponent(wellFormed), JSON.stringify(key).slice(1, -1), percentEncodeAll(wellFormed)];
  return [...new Set(every)]
    .filter((spelling) => spelling !== '')
    .map((spelling) => new RegExp(escape(spelling), 'gi'));
}

/** With every sign but letters and digits escaped: stricter encoders write `-` as `%2D`. */
const percentEncodeAll = (text: string): string =>
  encodeURIComponent(text).replace(/[-_.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const longestMessage = 300;

/** A service's message as it may be shown: redacted, on one line, without control characters, of a sane length. */
export function presentable(message: string, redact: Redact): string {
  const oneLine = redact(message)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return oneLine.length <= longestMessage ? oneLine : `${oneLine.slice(0, longestMessage - 1)}…`;
}

/** A copy of an error, and of what caused it, of which every text is redacted. */
export function redactedCause(error: unknown, redact: Redact, depth = 5): Error {
  const original = error instanceof Error ? error : new Error(String(error));
  const copy = new Error(redact(original.message));
  copy.name = redact(original.name);
  copy.stack = redact(original.stack ?? '');
  if ('code' in original && typeof original.code === 'string') Object.assign(copy, { code: redact(original.code) });
  if (original.cause !== undefined && depth > 0) copy.cause = redactedCause(original.cause, redact, depth - 1);
  return copy;
}

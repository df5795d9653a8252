import { RefusedRequest } from './refused-request';

/**
 * Parses application/x-www-form-urlencoded as servers do: `+` is a space, an empty part (`&&`) is nothing. Percent signs
 * must be escapes of UTF-8.
 */
export function parseForm(body: string): Map<string, string> {
  const parts = body.split('&').filter((part) => part !== '');
  return new Map(
    parts.map((part) => {
      const equals = part.indexOf('=');
      const [name, value] = equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
      return [decode(name), decode(value)];
    }),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new RefusedRequest(400, 'invalid form encoding');
  }
}

/** A field that must be there and hold more than blanks. */
export function requiredField(form: ReadonlyMap<string, string>, name: string): string {
  const value = form.get(name) ?? '';
  if (value.trim() === '') throw new RefusedRequest(400, `${name} is required`);
  return value;
}

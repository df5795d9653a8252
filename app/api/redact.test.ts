import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentable, redactedCause, redactorFor } from './redact';

const key = `K${'1234'.repeat(2)}-${'abcd-'.repeat(3)}${'0'.repeat(12)}`;

describe('redactorFor', () => {
  it('removes the key in use as the service echoes it', () => {
    expect(redactorFor(key)(`Gecersiz anahtar: ${key}`)).toBe('Gecersiz anahtar: ***');
  });

  it('removes the key percent-encoded, also by an encoder that spares nothing', () => {
    expect(redactorFor('a+b/c-d')('GET /fdrs?x=a%2Bb%2Fc-d, a%2bb%2fc%2dd')).toBe('GET /fdrs?x=***, ***');
  });

  it('removes what looks like a key though it is not the one in use', () => {
    expect(redactorFor(null)(`<${key}> <${key.replaceAll('-', '%2D')}> <${key.slice(0, 20)}>`)).toBe(
      '<***> <***> <***>',
    );
  });

  it('removes whatever stands in a field called key', () => {
    expect(redactorFor(null)('https://x/fdrs?key=secret&page=1')).toBe('https://x/fdrs?key=***&page=1');
    expect(redactorFor(null)('{"key":"secret","name":"x"}')).toBe('{"key":"***","name":"x"}');
  });

  it('leaves everything else', () => {
    const text = 'cannot find call with call_uuid 3289fe02-2dc7-11e8-9a23-1f0cd544cc6b; Kırmızı; KEP12-3';
    expect(redactorFor(key)(text)).toBe(text);
  });

  it('leaves no key behind in any text', () => {
    const keys = fc.string({ minLength: 4, maxLength: 40 }).filter((text) => text.trim() !== '' && !text.includes('*'));
    fc.assert(
      fc.property(keys, fc.string(), fc.string(), (secret, before, after) => {
        const redacted = redactorFor(secret)(`${before}${secret} ${encodeURIComponent(secret)}${after}`);
        expect(redacted.includes(secret)).toBe(false);
      }),
    );
  });
});

describe('presentable', () => {
  it('is one line of a sane length without control characters', () => {
    const shown = presentable(`a\u0000\r\nb\u001b[31m\u202e${'x'.repeat(5000)}`, redactorFor(null));
    expect(shown).toMatch(/^a b \[31m x+…$/);
    expect(shown.length).toBe(300);
  });

  it('removes the key before it cuts, so no part of the key stays', () => {
    expect(presentable(`${'x'.repeat(280)} ${key}`, redactorFor(key))).toMatch(/^x+ \*\*\*$/);
  });
});

describe('redactedCause', () => {
  it('keeps codes and names, and the key nowhere in the chain', () => {
    const root = Object.assign(new Error(`connect ${key}`), { code: 'ECONNRESET' });
    const error = new TypeError(`fetch failed for ${key}`, { cause: root });
    const copy = redactedCause(error, redactorFor(key));
    expect(copy).toMatchObject({ name: 'TypeError', message: 'fetch failed for ***', cause: { code: 'ECONNRESET' } });
    const { cause } = copy as { cause?: Error };
    expect([copy.stack, cause?.message, cause?.stack].join()).not.toContain(key);
  });

  it('takes what is thrown without being an error', () => {
    expect(redactedCause(`oops ${key}`, redactorFor(key)).message).toBe('oops ***');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './match';
import type { Claim, Fit, Piece, Verdict } from './match';

const claim = (id: string, at: number, more: Partial<Claim> = {}): Claim => ({
  id,
  at,
  certain: false,
  content: id,
  orderId: null,
  ...more,
});
const piece = (id: string, at: number): Piece => ({ id, at });
/** A piece is likely for a claim that came before it. */
const later = (each: Claim, { at }: Piece): Fit => (at !== null && at >= each.at ? 'likely' : 'no');
const verdictsOf = (claims: Claim[], pieces: Piece[], fit = later): Record<string, string> =>
  Object.fromEntries([...assign(claims, pieces, fit)].map(([id, verdict]) => [id, wordOf(verdict)]));
const wordOf = (verdict: Verdict): string => (verdict.kind === 'matched' ? verdict.pieceId : verdict.kind);

describe('assign', () => {
  it('gives the only claim the only piece', () => {
    expect(verdictsOf([claim('a', 0)], [piece('1', 5)])).toEqual({ a: '1' });
  });

  it('finds nothing where nothing suits', () => {
    expect(verdictsOf([claim('a', 9)], [piece('1', 5)])).toEqual({ a: 'none' });
  });

  it('pairs several faxes to one number in time order (D5)', () => {
    const claims = [claim('b', 2), claim('a', 0), claim('c', 4)];
    expect(verdictsOf(claims, [piece('3', 9), piece('1', 5), piece('2', 7)])).toEqual({ a: '1', b: '2', c: '3' });
  });

  it('orders equal stamps by the number of the order', () => {
    expect(verdictsOf([claim('a', 0), claim('b', 1)], [piece('10', 5), piece('9', 5)])).toEqual({ a: '9', b: '10' });
  });

  it('guesses nothing where one of two different faxes has a piece', () => {
    expect(verdictsOf([claim('a', 0), claim('b', 1)], [piece('1', 5)])).toEqual({ a: 'ambiguous', b: 'ambiguous' });
  });

  it('does not mind which of two equal faxes has the piece', () => {
    const equal = { content: 'same' };
    expect(verdictsOf([claim('a', 0, equal), claim('b', 1, equal)], [piece('1', 5)])).toEqual({ a: '1', b: 'none' });
  });

  it('gives the piece to the one of two equal faxes that is known to be accepted', () => {
    const claims = [claim('b', 0, { content: 'same' }), claim('a', 1, { content: 'same', certain: true })];
    expect(verdictsOf(claims, [piece('1', 5)])).toEqual({ a: '1', b: 'none' });
  });

  it('settles what header and pages tell, though another fax has no piece yet', () => {
    const fit = (each: Claim, { id }: Piece): Fit => (id === each.content ? 'agreeing' : 'likely');
    const claims = [claim('a', 0, { certain: true }), claim('b', 1, { content: '1' })];
    expect(verdictsOf(claims, [piece('1', 5)], fit)).toEqual({ a: 'none', b: '1' });
  });

  it('takes ids that count nothing for no order, nor a moment that several share', () => {
    const accepted = (id: string, at: number, orderId: string) => claim(id, at, { certain: true, orderId });
    const guesses = (claims: Claim[], pieces: Piece[]) =>
      [...assign(claims, pieces, later).values()].map(
        (verdict) => verdict.kind === 'matched' && verdict.isGuess === true,
      );
    const counted = [accepted('a', 0, '9'), accepted('b', 1, '10')];
    expect(guesses(counted, [piece('u', 5), piece('v', 6)])).toEqual([false, false]);
    expect(guesses(counted, [piece('u', 5), piece('v', 5)])).toEqual([true, true]);
    expect(guesses([accepted('a', 0, 'f3'), accepted('b', 1, '0c')], [piece('u', 5), piece('v', 6)])).toEqual([
      true,
      true,
    ]);
  });

  it('is ambiguous where there are more pieces than claims', () => {
    expect(verdictsOf([claim('a', 0)], [piece('1', 5), piece('2', 6)])).toEqual({ a: 'ambiguous' });
  });

  it('lets what agrees in header and pages decide between several', () => {
    const fit = (each: Claim, { id }: Piece): Fit => (id === each.content ? 'preferred' : 'likely');
    expect(verdictsOf([claim('a', 0, { content: '2' })], [piece('1', 5), piece('2', 6)], fit)).toEqual({ a: '2' });
  });

  it('settles what time tells apart, whatever else is open', () => {
    expect(verdictsOf([claim('a', 0), claim('b', 8)], [piece('1', 5)])).toEqual({ a: '1', b: 'none' });
  });

  it('is doubtful of what it can not rule out, unless another claim owns it', () => {
    const fit = (each: Claim): Fit => (each.id === 'a' ? 'likely' : 'possible');
    expect(verdictsOf([claim('b', 0)], [piece('1', 5)], fit)).toEqual({ b: 'doubtful' });
    expect(verdictsOf([claim('a', 0), claim('b', 0)], [piece('1', 5)], fit)).toEqual({ a: '1', b: 'none' });
  });

  it('never gives a piece to two claims, nor a piece that does not suit (D5)', () => {
    const fits = fc.constantFrom<Fit>('preferred', 'agreeing', 'likely', 'possible', 'no');
    const times = fc.array(fc.nat(20), { maxLength: 6 });
    fc.assert(
      fc.property(
        times,
        times,
        fc.array(fits, { minLength: 36, maxLength: 36 }),
        fc.boolean(),
        (as, bs, table, equal) => {
          const claims = as.map((at, index) => claim(`c${index}`, at, equal ? { content: 'same' } : {}));
          const pieces = bs.map((at, index) => piece(`p${index}`, at));
          const fit = (each: Claim, { id }: Piece): Fit => table[Number(each.id[1]) * 6 + Number(id[1])] ?? 'no';
          const matched = [...assign(claims, pieces, fit)].filter(([, verdict]) => verdict.kind === 'matched');
          const owned = matched.map(([, verdict]) => wordOf(verdict));
          expect(new Set(owned).size).toBe(owned.length);
          for (const [id, verdict] of matched) {
            const suiting = fit(claim(id, 0), piece(wordOf(verdict), 0));
            expect(['preferred', 'agreeing', 'likely']).toContain(suiting);
          }
        },
      ),
    );
  });
});

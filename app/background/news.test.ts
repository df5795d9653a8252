import { describe, expect, it } from 'vitest';
import { stateWords } from '../i18n/state-words';
import { createTranslate } from '../i18n/translate';
import { delivery, states } from '../outbox/fixtures';
import { keyRefusedMessage } from '../outbox/post-outcome';
import { composeNews, isWanted, partDue } from './news';
import { followWork, noWork } from './work';

const t = createTranslate('tr');
const { sending, delivered, failed, needsDecision } = states;
const number = (): string => '0212 320 50 72';

describe('news', () => {
  it('of one delivery names it and its state, and shows it', () => {
    expect(composeNews(t, [delivery('a', failed)], number)).toEqual({
      title: 'Faks ulaşmadı',
      body: '0212 320 50 72: Ulaşmadı: Meşgul (2 / 2 sayfa)',
      shows: { kind: 'delivery', deliveryId: 'a' },
    });
  });

  it('of many that end together is one, and leads to what needs the user most', () => {
    const many = [delivery('a', delivered), delivery('b', delivered), delivery('c', failed)];
    expect(composeNews(t, many, number)).toEqual({
      title: 'Gönderim bitti',
      body: '1 faks ulaşmadı, 2 faks teslim edildi',
      shows: { kind: 'list', filter: 'failed' },
    });
  });

  it('of many that one thing kept says what, as a key the exchange did not accept', () => {
    const keyRefused = { kind: 'refused', status: 401, message: keyRefusedMessage, at: 1 } as const;
    const [a, b] = [delivery('a', keyRefused), delivery('b', keyRefused)];
    const words = stateWords(t, a);
    expect(composeNews(t, [a, b], number)?.body).toBe(`2 faks ulaşmadı. ${words}`);
    expect(composeNews(t, [a, b, delivery('c', delivered)], number)?.body).toBe(
      `2 faks ulaşmadı, 1 faks teslim edildi. ${words}`,
    );
    expect(composeNews(t, [a, delivery('c', failed)], number)?.body).toBe('2 faks ulaşmadı');
  });

  it('of nothing is none', () => {
    expect(composeNews(t, [], number)).toBeNull();
  });

  it('of a fax to many waits until all of it is over, a decision does not', () => {
    const open = followWork(noWork, [delivery('b', sending, 'fax')]);
    const ended = [
      delivery('a', delivered, 'fax'),
      delivery('c', needsDecision, 'fax'),
      delivery('d', failed, 'other'),
    ];
    const { due, held } = partDue(ended, open);
    expect([due.map(({ id }) => id), held.map(({ id }) => id)]).toEqual([['c', 'd'], ['a']]);
    expect(partDue(held, noWork).due).toEqual(held);
  });

  it('does not wait for a delivery of the fax that itself waits for the user', () => {
    const open = followWork(noWork, [delivery('b', needsDecision, 'fax')]);
    expect(partDue([delivery('a', delivered, 'fax')], open).held).toEqual([]);
  });

  it.each([
    ['all', false, [true, true, true]],
    ['all', true, [false, true, true]],
    ['problems', false, [false, true, true]],
    ['none', false, [false, false, false]],
  ] as const)('wanted %s, window watched %s', (wanted, isWatching, told) => {
    const wish = { wanted, isWatching };
    expect((['delivered', 'failed', 'needsDecision'] as const).map((ending) => isWanted(ending, wish))).toEqual(told);
  });
});

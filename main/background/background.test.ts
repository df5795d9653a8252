import { describe, expect, it } from 'vitest';
import { delivery, states } from '../../app/outbox/fixtures';
import type { NewsWish } from '../../app/background/news';
import { FakeClock } from '../outbox/fakes/fake-clock';
import { createBackground, type Standing } from './background';

const { queued, sending, accepted, delivered, failed, needsDecision, cancelled } = states;

function setUp(wish: NewsWish = { wanted: 'all', isWatching: false }) {
  const clock = new FakeClock();
  const news: string[][] = [];
  const standings: Standing[] = [];
  const background = createBackground({
    clock,
    wish: () => wish,
    onStanding: (standing) => standings.push(standing),
    onNews: (deliveries) => news.push(deliveries.map(({ id }) => id)),
  });
  return { clock, background, news, standings };
}

describe('in the background', () => {
  it('deliveries that end about together are told together, each once', async () => {
    const { clock, background, news } = setUp();
    background.told([delivery('a', delivered)]);
    await clock.advance(1_000);
    background.told([delivery('b', failed), delivery('a', delivered)]);
    await clock.advance(60_000);
    background.told([delivery('a', delivered)]);
    await clock.advance(60_000);
    expect(news).toEqual([['a', 'b']]);
  });

  it('a fax to many is told when its last delivery is over', async () => {
    const { clock, background, news } = setUp();
    background.told([delivery('a', sending, 'fax'), delivery('b', sending, 'fax')]);
    background.told([delivery('a', delivered, 'fax')]);
    await clock.advance(60_000);
    expect(news).toEqual([]);
    background.told([delivery('b', delivered, 'fax')]);
    await clock.advance(60_000);
    expect(news).toEqual([['a', 'b']]);
  });

  it('a fax to many of which the rest is cancelled is told as well', async () => {
    const { clock, background, news } = setUp();
    background.told([delivery('a', delivered, 'fax'), delivery('b', queued, 'fax')]);
    await clock.advance(60_000);
    background.told([delivery('b', cancelled, 'fax')]);
    await clock.advance(60_000);
    expect(news).toEqual([['a']]);
  });

  it('a decision that waited from an earlier start is no news, a new one is', async () => {
    const { clock, background, news } = setUp();
    background.begin([delivery('a', needsDecision), delivery('b', accepted)]);
    background.told([delivery('a', needsDecision), delivery('b', needsDecision)]);
    await clock.advance(60_000);
    expect(news).toEqual([['b']]);
  });

  it('nothing is told that the user does not want to hear', async () => {
    const { clock, background, news } = setUp({ wanted: 'problems', isWatching: false });
    background.told([delivery('a', delivered)]);
    await clock.advance(60_000);
    expect(news).toEqual([]);
  });

  it('the bar moves with the upload and goes when all is over', async () => {
    const { clock, background, standings } = setUp();
    background.told([delivery('a', sending)]);
    background.progressed({ deliveryId: 'a', sentBytes: 1, totalBytes: 2 });
    await clock.advance(1_000);
    background.told([delivery('a', delivered)]);
    await clock.advance(1_000);
    expect(standings.map(({ share }) => share)).toEqual([0.3, null]);
    expect(standings.map(({ counts }) => counts.uploading)).toEqual([1, 0]);
  });

  it('another account’s work takes the place of the one before', () => {
    const { background } = setUp();
    background.begin([delivery('a', sending)]);
    background.begin([delivery('b', queued)]);
    expect(background.standing().counts).toEqual({ uploading: 0, waiting: 1, following: 0, asking: 0 });
  });
});

import type { FaxCall } from './entities';
import { ownNumbers } from './beginnings';

export interface HistorySeed {
  readonly count: number;
  /** Epoch milliseconds; the calls lie evenly between them, a little shaken. */
  readonly since: number;
  readonly until: number;
  readonly seed?: number;
}

const headers = [
  'Yılmaz Lojistik A.Ş.',
  'Demir Hukuk Bürosu',
  'Ağaç İşleri Ltd. Şti.',
  'Öztürk İnşaat',
  'ÇAĞRI Sigorta',
];
const results = ['Başarılı', 'Başarılı', 'Başarılı', 'Başarılı', 'Meşgul', 'Cevap yok', 'Bağlantı koptu'];
const areas = ['212', '216', '312', '232', '224'];

/** Made-up calls, the same for the same seed. */
export function seededHistory({ count, since, until, seed = 1 }: HistorySeed): FaxCall[] {
  const random = numbersFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const strangers = Array.from(
    { length: Math.max(1, Math.min(4000, Math.ceil(count / 10))) },
    () => `90${pick(areas)}${String(2_000_000 + Math.floor(random() * 7_999_999))}`,
  );
  const step = (until - since) / count;
  return Array.from({ length: count }, (_, index): FaxCall => {
    const isInbound = random() < 0.4;
    const result = pick(results);
    const pages = 1 + Math.floor(random() * 6);
    const answered = result === 'Başarılı' || result === 'Bağlantı koptu';
    const startAt = Math.floor((until - (index + random() * 0.8) * step) / 1000) * 1000;
    const [own, stranger] = [pick(ownNumbers), pick(strangers)];
    return {
      callUuid: `${hexOf(seed)}${hexOf(index)}-${hexOf(random() * 2 ** 32).slice(0, 4)}-11e8-9a23-1f0cd544cc6b`,
      direction: isInbound ? 'inbound' : 'outbound',
      sender: isInbound ? stranger : own,
      recipient: isInbound ? own : stranger,
      header: isInbound ? '' : pick(headers),
      pagesSent: result === 'Başarılı' ? pages : 0,
      pagesTotal: pages,
      transferRateBps: answered ? 14400 : 0,
      startAt,
      answerAt: answered ? startAt + 9000 : null,
      endAt: startAt + 24_000 + (answered ? pages * 29_000 : 0),
      success: result === 'Başarılı',
      result,
    };
  });
}

const hexOf = (number: number): string => (Math.floor(number) >>> 0).toString(16).padStart(8, '0');

/** Repeatable numbers in [0, 1) (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

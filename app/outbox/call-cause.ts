import type { FaxRecord } from '../api/entities';
import type { LastCall } from './delivery';

export type RetryCause = LastCall['cause'];

/**
 * What a call that came to nothing came to: `busy` and `noAnswer` may be another matter in a few minutes, `null` is
 * everything else. Read from the record's words: Turkish or English, FreeSWITCH's causes (`USER_BUSY`), the numbers of
 * Q.850 (17, 18, 19) and SIP (486, 600, 408, 480). A call that sent pages was answered, whatever its words.
 */
export function retryCauseOf({ success, pagesSent, result }: CallResult): RetryCause | null {
  if (success || (pagesSent ?? 0) > 0) return null;
  const words = wordsOf(result);
  const holds = (phrase: string): boolean => ` ${words} `.includes(` ${phrase} `);
  if (networkPhrases.some(holds)) return null;
  if (busyPhrases.some(holds) || busyCodes.includes(words)) return 'busy';
  return noAnswerPhrases.some(holds) || noAnswerCodes.includes(words) ? 'noAnswer' : null;
}

type CallResult = Pick<FaxRecord, 'success' | 'pagesSent' | 'result'>;

/** Lower case without Turkish letters and punctuation: `NO_USER_RESPONSE`, `Cevap yok.` */
const wordsOf = (result: string): string =>
  result
    .toLocaleLowerCase('tr')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Not the called line, but the way to it, is busy. */
const networkPhrases = ['circuit', 'circuits', 'trunk', 'trunks', 'channel', 'channels', 'network', 'devre', 'sebeke'];

const busyPhrases = ['mesgul', 'mesguldu', 'busy', 'user busy', 'busy everywhere'];
const busyCodes = ['17', 'cause 17', 'q 850 cause 17', '486', '600'];

const noAnswerPhrases = [
  'cevap yok',
  'cevap vermedi',
  'cevap vermiyor',
  'cevap verilmedi',
  'cevap verilmiyor',
  'cevap alinamadi',
  'cevaplanmadi',
  'cevapsiz',
  'yanit yok',
  'yanit vermedi',
  'yanit vermiyor',
  'yanit verilmedi',
  'yanit alinamadi',
  'yanitlanmadi',
  'yanitsiz',
  'acilmadi',
  'no answer',
  'noanswer',
  'not answered',
  'unanswered',
  'did not answer',
  'does not answer',
  'no user response',
  'no reply',
];
const noAnswerCodes = ['18', '19', 'cause 18', 'cause 19', 'q 850 cause 18', 'q 850 cause 19', '408', '480'];

import { describe, expect, it } from 'vitest';
import { retryCauseOf } from './call-cause';

const causeOf = (result: string) => retryCauseOf({ success: false, pagesSent: 0, result });

describe('the cause of a call that came to nothing', () => {
  it.each([
    'Meşgul',
    'MEŞGUL',
    'meşgul.',
    'mesgul',
    'Hat meşgul',
    'Aranan numara meşguldü',
    'Karşı taraf meşgul',
    'Busy',
    'BUSY',
    'Line busy',
    'Called party is busy',
    'USER_BUSY',
    'User Busy',
    'BUSY_EVERYWHERE',
    'Busy signal detected',
    '486 Busy Here',
    '486',
    '17',
    'Q.850;cause=17',
  ])('is a busy line: %s', (result) => {
    expect(causeOf(result)).toBe('busy');
  });

  it.each([
    'Cevap yok',
    'CEVAP YOK',
    'Cevap Vermedi',
    'cevap verilmedi',
    'Cevapsız',
    'Cevaplanmadı',
    'CEVAPLANMADI',
    'Yanıt yok',
    'YANIT YOK',
    'Yanıt vermiyor',
    'Yanıtlanmadı',
    'Telefon açılmadı',
    'No answer',
    'NO_ANSWER',
    'NoAnswer',
    'NO ANSWER FROM REMOTE',
    'Not answered',
    'Unanswered',
    'No reply',
    'NO_USER_RESPONSE',
    'No user response',
    '19',
    '480',
  ])('is a line nobody answered: %s', (result) => {
    expect(causeOf(result)).toBe('noAnswer');
  });

  it.each([
    '',
    'Başarılı',
    'Bağlantı koptu',
    'Geçersiz numara',
    'CALL_REJECTED',
    'UNALLOCATED_NUMBER',
    'NORMAL_CLEARING',
    'NORMAL_TEMPORARY_FAILURE',
    'NORMAL_CIRCUIT_CONGESTION',
    'All circuits are busy',
    'Devre meşgul',
    'DESTINATION_OUT_OF_ORDER',
    'SUBSCRIBER_ABSENT',
    'RECOVERY_ON_TIMER_EXPIRE',
    'No response after sending a page',
    'The call dropped prematurely',
    'Far end is not compatible',
    'Businessy',
    'cevap',
    '1717',
    '404',
  ])('is something that is not tried again by itself: “%s”', (result) => {
    expect(causeOf(result)).toBeNull();
  });

  it('is none of these once a page was sent or all went well', () => {
    expect(retryCauseOf({ success: false, pagesSent: 1, result: 'No answer' })).toBeNull();
    expect(retryCauseOf({ success: true, pagesSent: 0, result: 'Meşgul' })).toBeNull();
    expect(retryCauseOf({ success: false, pagesSent: null, result: 'Meşgul' })).toBe('busy');
  });
});

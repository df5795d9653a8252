import type { records as turkish } from '../tr/records';
import type { Translated } from '../translated';

/** Records outside the window: exported lists and the command line. */
export const records: Translated<typeof turkish> = {
  columns: {
    start: 'Started (UTC+03:00)',
    answer: 'Answered (UTC+03:00)',
    end: 'Ended (UTC+03:00)',
    direction: 'Direction',
    sender: 'From',
    senderName: 'From (name)',
    recipient: 'To',
    recipientName: 'To (name)',
    header: 'Header',
    success: 'Succeeded',
    result: 'Result',
    pagesSent: 'Pages sent',
    pagesTotal: 'Pages in all',
    duration: 'Duration (s)',
    rate: 'Rate (bit/s)',
    note: 'Note',
    tags: 'Tags',
    callUuid: 'Id',
  },
  directions: {
    inbound: 'Received',
    outbound: 'Sent',
    internal: 'Internal',
  },
  fileName: 'fax-records',
  yes: 'Yes',
  no: 'No',
};

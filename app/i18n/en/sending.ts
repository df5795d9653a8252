import type { sending as turkish } from '../tr/sending';
import type { Translated } from '../translated';

export const sending: Translated<typeof turkish> = {
  more: 'When to send',
  now: 'Send now',
  at: 'At a set time…',
  officeHours: 'In office hours',
  officeHoursHint: 'Next: {{moment}}',
  officeHoursNow: 'It is office hours now',
  atTitle: 'When should it be sent?',
  atLabel: 'Date and time',
  atHint: 'By this computer’s clock. If Faksla is closed then, it is sent once Faksla is opened.',
  atWrong: 'Choose a date and time after now, at most a year ahead.',
  atConfirm: 'Schedule',
  undo: 'Undo',
  undoWords: 'The fax will be sent in {{seconds}} s.',
  scheduledWords: 'The fax will be sent on {{moment}}.',
  sentBeforeTitle: 'This fax was sent before',
  sentBeforeText: 'The same document was sent to these numbers within a day, or is on its way:',
  sentBeforeMore: 'and {{n}} more',
  sendToNew: 'Send to the others only ({{n}})',
  sendToAll: 'Send anyway',
};

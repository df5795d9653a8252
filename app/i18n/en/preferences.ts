import type { preferences as turkish } from '../tr/preferences';
import type { Translated } from '../translated';

export const preferences: Translated<typeof turkish> = {
  sending: 'Sending',
  undo: 'Time to undo after Send',
  undoOff: 'Off',
  retry: 'When the line is busy or nobody answers',
  retryHint: 'Faxes the exchange refused are never sent again by themselves.',
  retryTimes: 'Further tries',
  retryNever: 'None',
  retryTimesN: '{{n}} {{n, plural(one: time; other: times)}}',
  retryWait: 'Wait {{n}} (minutes)',
  officeHours: 'Office hours',
  officeHoursHint: 'Türkiye time. Faxes sent “in office hours” wait for them.',
  from: 'From',
  to: 'To',
  days: 'Days',
  weekdays: { d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri', d6: 'Sat', d7: 'Sun' },
  officeHoursOnly: 'Send new faxes in office hours only',
  background: 'In the background',
  whenClosed: 'When the window is closed with faxes on their way',
  whenClosedChoices: { ask: 'Ask', keep: 'Keep running', quit: 'Quit' },
  startAtLogin: 'Start hidden when I log in',
  startAtLoginHint: 'The program then stays in the notification area when its window is closed.',
  notifications: 'Notifications',
  notificationsChoices: { all: 'All', problems: 'Problems only', none: 'None' },
};

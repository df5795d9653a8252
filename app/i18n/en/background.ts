import type { background as turkish } from '../tr/background';
import type { Translated } from '../translated';

export const background: Translated<typeof turkish> = {
  tray: {
    idle: 'No faxes on their way',
    paused: 'Sending is paused',
    quitting: 'Closes once the upload is finished',
    open: 'Open Faksla',
    newFax: 'New fax',
    showOutbox: 'Outbox',
    pause: 'Pause sending',
    resume: 'Resume sending',
    quit: 'Quit',
  },
  standing: {
    uploading: 'Uploading: {{n}}',
    waiting: 'Waiting: {{n}}',
    following: 'At the exchange: {{n}}',
    asking: 'Need your decision: {{n}}',
  },
  closing: {
    message: 'Your faxes are on their way. Keep Faksla running in the background?',
    detailTray:
      'Sending goes on when the window is closed; you reach Faksla by its icon in the notification area. You can change this in Settings.',
    detailMinimise:
      'This desktop has no notification area, so the window is minimised and sending goes on. You can change this in Settings.',
    keep: 'Keep running',
    quit: 'Quit',
    cancel: 'Cancel',
  },
  quitting: {
    message: 'Quit Faksla?',
    uploading: 'Faxes being uploaded: {{n}}. The program closes once they are uploaded.',
    waiting: 'Faxes waiting: {{n}}. They are sent when Faksla is opened again.',
    following: 'Faxes at the exchange: {{n}}. They go on; you see the result when you open Faksla again.',
    asking: 'Faxes that need your decision: {{n}}. They keep waiting for it.',
    quit: 'Quit',
    cancel: 'Cancel',
  },
  received: {
    one: 'Fax received',
    many: '{{n}} faxes received',
    body: '{{sender}}, {{pages}} {{pages, plural(one: page; other: pages)}}',
    bodyOfMany: '{{sender}} and {{n}} more',
    unknown: 'Unknown number',
  },
  news: {
    delivered: 'Fax delivered',
    failed: 'Fax not delivered',
    needsDecision: 'A fax needs your decision',
    body: '{{number}}: {{state}}',
    finished: 'Sending finished',
    manyFor: '{{counts}}. {{reason}}',
    many: {
      delivered: 'Faxes delivered',
      failed: 'Faxes not delivered',
      needsDecision: 'Faxes need your decision',
    },
    counts: {
      delivered: 'delivered: {{n}}',
      failed: 'not delivered: {{n}}',
      needsDecision: 'need your decision: {{n}}',
    },
  },
  attention: 'Some faxes need your attention',
};

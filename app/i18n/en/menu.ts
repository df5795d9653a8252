import type { menu as turkish } from '../tr/menu';
import type { Translated } from '../translated';

export const menu: Translated<typeof turkish> = {
  file: 'File',
  newFax: 'New fax',
  addPages: 'Add pages…',
  send: 'Send',
  documents: 'Documents and images',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  compose: 'Send a fax',
  outbox: 'Outbox',
  pending: 'Pending',
  records: 'Records',
  settings: 'Settings',
  zoomIn: 'Larger text',
  zoomOut: 'Smaller text',
  actualSize: 'Normal size',
  fullScreen: 'Full screen',
  help: 'Help',
  about: 'About Faksla',
  aboutText: 'Faksla {{version}}',
  devTools: 'Developer tools',
  outboxDamaged:
    'The outbox’s file was damaged. It is kept as {{path}} and a new one was begun; ask for support to recover it.',
};

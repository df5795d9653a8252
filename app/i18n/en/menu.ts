import type { menu as turkish } from '../tr/menu';
import type { Translated } from '../translated';

export const menu: Translated<typeof turkish> = {
  file: 'File',
  sendAsFax: 'Send as fax',
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
  compose: 'Send fax',
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
  services: 'Services',
  hide: 'Hide Faksla',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  quitFaksla: 'Quit Faksla',
  window: 'Window',
  minimise: 'Minimise',
  zoom: 'Zoom',
  close: 'Close',
  front: 'Bring all to front',
  outboxLost:
    'The outbox file was damaged and no fax in it could be read, so a new outbox was begun. The records of what you sent are still read from the exchange. The damaged file is kept as {{path}}.',
  outboxRecovered:
    'The outbox file was damaged. Faxes recovered: {{count}}; those that were waiting are sent once the exchange has been asked whether they had been sent already. The damaged file is kept as {{path}}.',
  outboxPartlyRecovered:
    'The outbox file was damaged. Faxes recovered: {{count}}, at least {{lost}} unreadable. Those that were waiting are sent once the exchange has been asked whether they had been sent already. The damaged file is kept as {{path}}.',
  storageFull:
    'The disk is full, so Faksla can’t write its data: {{path}}. Make room and try again; your outbox is as it was.',
  storageReadOnly:
    'Faksla can’t write to {{path}}. The folder is read-only, or you lack the permission. Mend that and start Faksla again; your outbox is as it was.',
  storageInUse:
    'The outbox file is damaged, and another Faksla window or command is using it. Close that and start Faksla again.',
  storageTooNew:
    'The outbox was used with a newer version of Faksla. Update Faksla to open it; the file was not touched.',
  storageMigrationFailed:
    'The outbox could not be brought to this version; the file is as it was ({{path}}). Go on with the version before and ask for support.',
  storageNoFolder:
    '{{path}} is not a folder, so Faksla can’t keep its data there. Name a folder with FAKSLA_HOME, or move that file away.',
  storageUnknown:
    'The outbox could not be opened ({{path}}). Start Faksla again; if that does not help, ask for support. Your files are as they were.',
  recordsDamaged:
    'The records’ file was damaged. What is whole in it, with your notes, was taken into a new file, and all records will be read again from the exchange. The damaged file is kept as {{path}}.',
};

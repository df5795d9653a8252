import { statfsSync } from 'node:fs';
import type { Translate } from '../app/i18n/translate';
import type { Recovery } from './storage/open-outbox';
import { storageProblem } from './storage/problem';

/** What was recovered of a damaged outbox. */
export function recoverySentence(t: Translate, { deliveries, lost, damagedFile }: Recovery): string {
  if (deliveries === 0) return t('menu.outboxLost', { path: damagedFile });
  const facts = { count: deliveries, path: damagedFile };
  return lost === 0 ? t('menu.outboxRecovered', facts) : t('menu.outboxPartlyRecovered', { ...facts, lost });
}

/** Why the data in the folder `path` can't be used, and what helps. */
export function storageSentence(t: Translate, error: unknown, path: string): string {
  const problem = storageProblem(error);
  switch (problem === 'disk' && isFull(path) ? 'full' : problem) {
    case 'full':
      return t('menu.storageFull', { path });
    case 'readOnly':
      return t('menu.storageReadOnly', { path });
    case 'inUse':
      return t('menu.storageInUse');
    case 'tooNew':
      return t('menu.storageTooNew');
    case 'migrationFailed':
      return t('menu.storageMigrationFailed', { path });
    case 'notFolder':
      return t('menu.storageNoFolder', { path });
    case 'disk':
    case 'unknown':
      return t('menu.storageUnknown', { path });
  }
}

const leastFreeBytes = 1024 * 1024;

function isFull(path: string): boolean {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize < leastFreeBytes;
}

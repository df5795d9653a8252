import { createHash } from 'node:crypto';

/** What is remembered of a record that was erased: enough to know it again, and nothing of what it said. */
export const hashOf = (callUuid: string): string => createHash('sha256').update(callUuid).digest('hex');

import { MemoryDisk, MemorySpool } from '../fakes/memory-spool';
import { directLine } from './direct-line';
import type { Make } from './office';

/** No database and no bytes: for very many histories. */
export const quick = (): Make => ({
  store: (documents, clock) => new MemorySpool({ disk: new MemoryDisk(), documents, exchange: 'api.example', clock }),
  line: directLine,
});

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Overview } from '../../../app/history/overview';
import type { RecordQuestion } from '../../../app/history/question';
import { type Annotations, createAnnotations } from './annotations';
import { createOverview } from './overview';
import { createRecordReads, type LinksOf, type RecordReads } from './record-reads';
import { createSavedSearches, type SavedSearches } from './saved-searches';

/** The records of one account on this computer, with what the user added to them. */
export interface RecordStore extends RecordReads, Annotations {
  readonly searches: SavedSearches;
  overview(question: RecordQuestion): Overview;
}

export interface RecordStoreParts {
  readonly database: DatabaseSyncInstance;
  readonly linksOf: LinksOf;
  readonly now: () => number;
}

export function createRecordStore({ database, linksOf, now }: RecordStoreParts): RecordStore {
  return {
    ...createRecordReads(database, linksOf, now),
    ...createAnnotations(database),
    searches: createSavedSearches(database),
    overview: createOverview(database, now),
  };
}

import { createContext, useContext } from 'react';
import type { HistoryRecord } from '../../app/history/record';
import type { Delivery } from '../../app/outbox/delivery';
import type { Openings } from './openings';

/** What is looked at: the document of a record, or of a delivery. */
export type Viewed =
  | { readonly kind: 'record'; readonly record: HistoryRecord }
  | { readonly kind: 'delivery'; readonly delivery: Delivery };

/** Tells one document from another. */
export const keyOf = (viewed: Viewed): string =>
  viewed.kind === 'record' ? viewed.record.callUuid : viewed.delivery.id;

export interface ViewerModel extends Openings {
  readonly viewed: Viewed | null;
  readonly view: (viewed: Viewed | null) => void;
  /** Puts a document's pages into the fax that is open, or a new one: the user is asked where both may be meant. */
  readonly forward: (pages: File) => void;
  /** Does the same with a number. */
  readonly reply: (number: string) => void;
}

export const ViewerContext = createContext<ViewerModel | null>(null);

export function useViewer(): ViewerModel {
  const model = useContext(ViewerContext);
  if (!model) throw new Error('useViewer is called outside ViewerContext.');
  return model;
}

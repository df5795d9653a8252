import type { FaxCall, Order, PhoneBook } from './entities';

/** What the exchange keeps. Orders, calls and documents are only ever added. */
export interface Ledger {
  orders(): readonly Order[];
  /** Gives the order its id and keeps it with its document. */
  addOrder(order: Omit<Order, 'orderId'>, document: Uint8Array): Order;
  /** Calls that came of no order: the history the exchange began with, and faxes that arrived. */
  calls(): readonly FaxCall[];
  addCall(call: FaxCall, document: Uint8Array | null): void;
  /** `null` when the call has none of its own. */
  document(callUuid: string): Uint8Array | null;
  phoneBook(): PhoneBook;
  keepPhoneBook(book: PhoneBook): void;
}

/** What a new exchange begins with. */
export interface Beginnings {
  readonly calls: readonly FaxCall[];
  readonly phoneBook: PhoneBook;
}

export const firstOrderId = 20212;

/** Keeps everything in memory. */
export function memoryLedger(beginnings: Beginnings): Ledger {
  const orders: Order[] = [];
  const calls = [...beginnings.calls];
  const documents = new Map<string, Uint8Array>();
  let book = beginnings.phoneBook;
  return {
    orders: () => orders,
    addOrder(fields, document) {
      const order = { ...fields, orderId: firstOrderId + orders.length };
      documents.set(order.callUuid, document);
      orders.push(order);
      return order;
    },
    calls: () => calls,
    addCall(call, document) {
      if (document !== null) documents.set(call.callUuid, document);
      calls.push(call);
    },
    document: (callUuid) => documents.get(callUuid) ?? null,
    phoneBook: () => book,
    keepPhoneBook: (changed) => (book = changed),
  };
}

/** What is kept of a refusal for the key's sake: the service's words without the key they echo. */
export const keyRefusedMessage = 'Gecersiz anahtar';

/** How a POST that was not answered with an order id ended (design D3, D7). */
export type PostOutcome =
  /** Nothing left this machine, so another POST is safe. */
  | { readonly kind: 'notSent'; readonly why: 'network' | 'cancelled' }
  /** A definite no; the same POST would meet it again. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'rateLimited'; readonly retryAfterSeconds: number | null }
  /** The request may have been served: a time-out, a reset, a 5xx, an answer that can't be read. */
  | { readonly kind: 'unknown' };

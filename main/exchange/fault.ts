/** One way to misbehave. `on`: only at this call, `GET /fdrs`. */
export type Fault = FaultKind & { readonly on?: string };

type FaultKind =
  /** The connection breaks before the body is read. By default at `POST /fax_orders`, as the next two. */
  | { readonly kind: 'dropBeforeBody' }
  /** It breaks after the body was read; nothing is recorded. */
  | { readonly kind: 'dropAfterBody' }
  /** The request is served, and its answer lost. */
  | { readonly kind: 'loseAnswer' }
  /** Nothing is recorded, unless `served`. */
  | { readonly kind: 'status'; readonly status: number; readonly text?: string; readonly served?: boolean }
  /** `429`; `retryAfter` in seconds or as an HTTP date, and none at all when it is left out. */
  | { readonly kind: 'rateLimit'; readonly retryAfter?: number | string }
  /** The request is served, and answered `ms` later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The request is served, and answered 200 with a page. */
  | { readonly kind: 'html' }
  /** The request is served, and its answer cut in two. */
  | { readonly kind: 'malformed' }
  /** The request is served, and answered 200 with nothing. */
  | { readonly kind: 'empty' }
  /** `Gecersiz anahtar: <key>`, whatever the key. */
  | { readonly kind: 'wrongKey'; readonly status?: 400 | 401 };

const ofPosts: readonly Fault['kind'][] = ['dropBeforeBody', 'dropAfterBody', 'loseAnswer'];

/** The faults still to come. */
export interface FaultPlan {
  /** From now, `times` times `fault` after what is planned; `null` forgets everything planned. */
  readonly misbehave: (fault: Fault | null, times?: number) => void;
  /** The next fault for this call, which is thereby done. */
  readonly take: (call: string) => Fault | null;
}

export function faultPlan(): FaultPlan {
  let planned: Fault[] = [];
  return {
    misbehave(fault, times = 1) {
      planned = fault === null ? [] : [...planned, ...Array.from({ length: times }, () => fault)];
    },
    take(call) {
      const index = planned.findIndex((fault) => isFor(fault, call));
      return index < 0 ? null : (planned.splice(index, 1)[0] ?? null);
    },
  };
}

const isFor = ({ kind, on }: Fault, call: string): boolean =>
  (on ?? (ofPosts.includes(kind) ? 'POST /fax_orders' : call)) === call;

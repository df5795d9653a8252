/** What goes over the wire as an answer. `body`: `ID` stands for the order's id. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: string;
}

interface ListEnd {
  /** `reset`: the connection breaks instead. */
  readonly answer: Answer | 'reset';
  /** How long after the request; usually at once. */
  readonly answerMs?: number;
}

export interface PostEnd {
  readonly answer: Answer | 'reset' | 'neverLeft';
  readonly answerMs?: number;
  /** Whether an order comes of it: `madeLate` ten seconds after, `cutUpload`: the connection breaks before that. */
  readonly order: 'made' | 'none' | 'madeLate' | 'cutUpload';
}

const answer = (status: number, body: string, retryAfter?: string): Answer => ({
  kind: 'answer',
  status,
  body,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

const page = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>';
const signIn = '<html><body>Misafir ağına hoş geldiniz</body></html>';

/** What can become of a `POST /fax_orders`. */
const postEnds = {
  accept: { order: 'made', answer: answer(200, 'ID') },
  acceptQuoted: { order: 'made', answer: answer(200, '"ID"\n') },
  acceptCreated: { order: 'made', answer: answer(201, ' ID ') },
  unreachable: { order: 'none', answer: 'neverLeft' },
  dropDuring: { order: 'cutUpload', answer: 'reset' },
  dropAfter: { order: 'none', answer: 'reset' },
  loseAnswer: { order: 'made', answer: 'reset' },
  orderLate: { order: 'madeLate', answer: 'reset' },
  badBase64: { order: 'none', answer: answer(400, 'invalid base64') },
  wrongKey: { order: 'none', answer: answer(401, 'Gecersiz anahtar: XXX') },
  forbidden: { order: 'none', answer: answer(403, page) },
  notInTime: { order: 'none', answer: answer(408, '') },
  tooMany: { order: 'none', answer: answer(429, 'Too Many Requests') },
  tooManyFor5: { order: 'none', answer: answer(429, '', '5') },
  tooManyFor90: { order: 'none', answer: answer(429, '', '90') },
  fault: { order: 'none', answer: answer(500, 'Internal Server Error') },
  faultServed: { order: 'made', answer: answer(500, 'Internal Server Error') },
  badGatewayServed: { order: 'made', answer: answer(502, page) },
  unavailable: { order: 'none', answer: answer(503, page, '10') },
  gatewayTimeoutLate: { order: 'madeLate', answer: answer(504, page) },
  html: { order: 'none', answer: answer(200, signIn) },
  htmlServed: { order: 'made', answer: answer(200, page) },
  empty: { order: 'none', answer: answer(200, '') },
  emptyServed: { order: 'made', answer: answer(200, '') },
  wordServed: { order: 'made', answer: answer(200, 'OK') },
  redirect: { order: 'none', answer: answer(302, '') },
  redirectServed: { order: 'made', answer: answer(303, '') },
  slow: { order: 'made', answer: answer(200, 'ID'), answerMs: 40_000 },
  afterTimeOut: { order: 'made', answer: answer(200, 'ID'), answerMs: 90_000 },
  never: { order: 'none', answer: answer(200, 'ID'), answerMs: 3_600_000 },
} satisfies Readonly<Record<string, PostEnd>>;
export type PostFate = keyof typeof postEnds;
export const postFates: Readonly<Record<PostFate, PostEnd>> = postEnds;

/** What can become of `GET /fax_orders` and `GET /fdrs`. */
const listEnds = {
  well: { answer: answer(200, '') },
  slow: { answer: answer(200, ''), answerMs: 15_000 },
  afterTimeOut: { answer: answer(200, ''), answerMs: 60_000 },
  reset: { answer: 'reset' },
  fault: { answer: answer(500, 'Internal Server Error') },
  unavailable: { answer: answer(503, page, '30') },
  tooMany: { answer: answer(429, '', '20') },
  wrongKey: { answer: answer(401, 'Gecersiz anahtar: XXX') },
  html: { answer: answer(200, signIn) },
  empty: { answer: answer(200, ' ') },
  truncated: { answer: answer(200, '{"fax_orders":[{"id":20212,"crea') },
} satisfies Readonly<Record<string, ListEnd>>;
export type ListFate = keyof typeof listEnds;
export const listFates: Readonly<Record<ListFate, ListEnd>> = listEnds;

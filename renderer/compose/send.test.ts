import { describe, expect, it } from 'vitest';
import type { CallInput, CallName } from '../../app/contract';
import type { FaxRequest } from '../../app/outbox/delivery';
import { fail, ok, type Result } from '../../app/result';
import { createClient } from '../bridge';
import type { Page } from './pages';
import { send } from './send';
import type { When } from './when';
import { changeCompose, type Compose, emptyCompose } from './state';

const page: Page = {
  id: 'p',
  source: { file: new Blob([]), name: 'a.png', pageCount: 1 },
  sourcePage: 1,
  rotation: 0,
};
const print = { resolution: 'fine', mode: 'auto', darkness: 0, tidy: true, topMargin: false } as const;
const choices = { header: ' Ofis ', sender: null, ...print };
const ready: Compose = {
  ...emptyCompose,
  pages: { ...emptyCompose.pages, now: [page] },
  typed: '0212 320 50 72',
};
const faxPage = {
  t6: Uint8Array.of(7),
  widthPels: 8,
  scanLines: 1,
  resolution: 'fine',
  corners: null,
  warnings: [],
} as const;

interface Options {
  readonly hasKey?: boolean;
  readonly answer?: Result<unknown>;
  /** Who had the same document within a day, and what the user says about them. */
  readonly sentBefore?: readonly string[];
  readonly again?: 'all' | 'others' | null;
  readonly when?: When;
}

const nothingQueued = ok({ kind: 'queued', deliveries: [] });

/** Sends `start` with a key or without, main answering the queueing with `answer`. */
async function sent(start: Compose, options: Options = {}) {
  const { hasKey = true, answer = nothingQueued, sentBefore = [], again = null, when = { kind: 'now' } } = options;
  let state = start;
  const queued: unknown[] = [];
  const askedAbout: unknown[] = [];
  const asked: string[] = [];
  const transport = {
    invoke: (_name: CallName, input: unknown) => {
      const { request, again: isAgain = false } = input as CallInput<'outbox.queue'>;
      const had = isAgain ? [] : sentBefore.filter((digits) => request.recipients.includes(`+${digits}`));
      if (had.length > 0) return Promise.resolve(ok({ kind: 'sentBefore', recipients: had }));
      queued.push(input);
      return Promise.resolve(answer);
    },
    on: () => () => undefined,
  };
  const ports = {
    client: createClient(transport),
    presses: { get: () => Promise.resolve(ok(faxPage)) },
    openPress: () => Promise.resolve({ assemble: () => Promise.resolve(Uint8Array.of(1, 2, 3)) }),
    dispatch: (action: Parameters<typeof changeCompose>[1]) => void (state = changeCompose(state, action)),
    questions: {
      askSentBefore(recipients: readonly string[], others: number) {
        askedAbout.push([recipients, others]);
        return Promise.resolve(again);
      },
    },
    undoMs: 5_000,
    askFor: ({ kind }: { kind: string }) => void asked.push(kind),
  };
  await send({ state: start, choices, hasKey, when }, ports, new AbortController().signal);
  return { state, queued, asked, askedAbout };
}

describe('sending', () => {
  it('takes the number still in the field, and queues the fax with its pages', async () => {
    const { state, queued } = await sent(ready);
    expect(queued).toEqual([
      {
        request: { recipients: ['+902123205072'], sender: null, header: 'Ofis', resolution: 'fine', pageCount: 1 },
        pdf: Uint8Array.of(1, 2, 3),
      },
    ]);
    expect(state.phase.kind).toBe('sent');
  });

  it('leads to what is missing first, and makes nothing', async () => {
    expect((await sent(emptyCompose)).asked).toEqual(['noPages']);
    expect((await sent({ ...ready, typed: 'elma' })).asked).toEqual(['numberImpossible']);
    const withoutKey = await sent(ready, { hasKey: false });
    expect([withoutKey.asked, withoutKey.queued, withoutKey.state.attempted]).toEqual([['keyMissing'], [], true]);
  });

  it('asks for the moment that was chosen', async () => {
    const { queued } = await sent(ready, { when: { kind: 'officeHours' } });
    expect(queued).toMatchObject([{ request: { officeHoursOnly: true } }]);
  });

  it.each([
    ['all', [['+902123205072', '+902123205073']]],
    ['others', [['+902123205073']]],
    [null, []],
  ] as const)('asks about recipients that had the document within a day; answered %s', async (again, recipients) => {
    const two = { ...ready, typed: '0212 320 50 72; 0212 320 50 73' };
    const { queued, state, askedAbout } = await sent(two, { sentBefore: ['902123205072'], again });
    expect(queued.map((input) => (input as { request: FaxRequest }).request.recipients)).toEqual(recipients);
    expect(state.phase.kind).toBe(again === null ? 'editing' : 'sent');
    expect(askedAbout).toEqual([[['902123205072'], 1]]);
  });

  it('sends nothing to the others where there are none', async () => {
    const { queued, state } = await sent(ready, { sentBefore: ['902123205072'], again: 'others' });
    expect([queued, state.phase.kind, state.notices]).toEqual([[], 'editing', []]);
  });

  it('goes back to the fax with a notice when it can’t be queued', async () => {
    const { state } = await sent(ready, { answer: fail({ kind: 'storageFailed' }) });
    expect(state.phase.kind).toBe('editing');
    expect(state.pages.now).toEqual([page]);
    expect(state.notices.map(({ failure }) => failure.kind)).toEqual(['storageFailed']);
  });
});

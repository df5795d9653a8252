import { describe, expect, it } from 'vitest';
import type { CallName } from '../../app/contract';
import { createClient } from '../bridge';
import { changeCompose, type Compose, emptyCompose } from './state';
import { undoSend } from './undo-send';

const sent: Compose = {
  ...emptyCompose,
  recipients: [{ digits: '902123205072', warning: null }],
  phase: { kind: 'sent', faxId: 'f', undoUntil: 5, sendAt: null },
};

/** Undoes with main having cancelled so many deliveries. */
async function undone(cancelled: number) {
  let state = sent;
  const asked: unknown[] = [];
  const transport = {
    invoke: (name: CallName, input: unknown) => {
      asked.push([name, input]);
      return Promise.resolve({ cancelled });
    },
    pass: () => undefined,
    on: () => () => undefined,
  };
  await undoSend(sent, createClient(transport), (action) => (state = changeCompose(state, action)));
  return { state, asked };
}

describe('undoing a fax just sent', () => {
  it('takes all of it back and shows it as it was', async () => {
    const { state, asked } = await undone(2);
    expect(asked).toEqual([['outbox.cancelWaiting', { filter: { faxId: 'f' } }]]);
    expect(state).toEqual({ ...sent, phase: { kind: 'editing' } });
  });

  it('leaves it sent where it has left already, and is offered no more', async () => {
    expect((await undone(0)).state.phase).toMatchObject({ kind: 'sent', undoUntil: 0 });
  });
});

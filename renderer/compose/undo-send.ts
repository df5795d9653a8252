import type { Dispatch } from 'react';
import type { Client } from '../bridge';
import type { Compose, ComposeAction } from './state';

/** Takes back the fax that was just sent, and shows it again as it was. Where it has left already it stays sent. */
export async function undoSend({ phase }: Compose, client: Client, dispatch: Dispatch<ComposeAction>): Promise<void> {
  if (phase.kind !== 'sent') return;
  const { cancelled } = await client.call('outbox.cancelWaiting', { filter: { faxId: phase.faxId } });
  dispatch({ kind: 'phaseChanged', phase: cancelled > 0 ? { kind: 'editing' } : { ...phase, undoUntil: 0 } });
}

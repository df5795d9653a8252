import type { Dispatch } from 'react';
import type { CallInput } from '../../app/contract';
import type { Failure } from '../../app/failure';
import type { Delivery } from '../../app/outbox/delivery';
import { fail, ok, type Result } from '../../app/result';
import type { Client } from '../bridge';
import { makeFaxPdf, type MakingPorts } from './make-fax';
import type { Questions } from './questions';
import { readRecipients } from './recipients';
import { changeCompose, type Choices, type Compose, type ComposeAction, missingFrom } from './state';
import { loadPhone } from './use-phone';
import { requestedAt, type When } from './when';

export interface SendingPorts extends Omit<MakingPorts, 'report'> {
  readonly client: Client;
  readonly dispatch: Dispatch<ComposeAction>;
  readonly questions: Pick<Questions, 'askSentBefore'>;
  readonly undoMs: number;
  /** Leads the user to the field, or the dialog, that mends what is missing. */
  readonly askFor: (missing: Failure) => void;
}

export interface Sending {
  readonly state: Compose;
  readonly choices: Choices;
  readonly hasKey: boolean;
  readonly when: When;
}

/** From the press of Send to the deliveries in the outbox, or to the focus on what is missing. */
export async function send(sending: Sending, ports: SendingPorts, signal: AbortSignal): Promise<void> {
  const { dispatch } = ports;
  const state = await withTypedNumbers(sending.state, dispatch);
  const [missing] = missingFrom(state, sending.choices, sending.hasKey);
  if (missing) {
    dispatch({ kind: 'attempted' });
    ports.askFor(missing);
    return;
  }
  const queued = await makeAndQueue({ ...sending, state }, ports, signal).catch((error: unknown) => {
    dispatch({ kind: 'phaseChanged', phase: { kind: 'editing' } });
    throw error;
  });
  if (queued.ok) {
    const [first] = queued.value;
    const undoUntil = undoUntilOf(first, ports.undoMs);
    const phase = { kind: 'sent', faxId: first?.faxId ?? '', undoUntil, sendAt: first?.sendAt ?? null } as const;
    dispatch({ kind: 'phaseChanged', phase });
    return;
  }
  dispatch({ kind: 'phaseChanged', phase: { kind: 'editing' } });
  if (queued.failure.kind === 'cancelled') return;
  dispatch({ kind: 'noticed', notice: { id: crypto.randomUUID(), failure: queued.failure } });
}

/** A number still in the field counts as a recipient. */
async function withTypedNumbers(state: Compose, dispatch: Dispatch<ComposeAction>): Promise<Compose> {
  if (state.typed.trim() === '') return state;
  const read = readRecipients(state.typed, state.recipients, await loadPhone());
  const action: ComposeAction = { kind: 'recipientsRead', read };
  dispatch(action);
  return changeCompose(state, action);
}

async function makeAndQueue(
  { state, choices, when }: Sending,
  ports: SendingPorts,
  signal: AbortSignal,
): Promise<Result<Delivery[]>> {
  const report: MakingPorts['report'] = (phase) => ports.dispatch({ kind: 'phaseChanged', phase });
  const pages = state.pages.now;
  const pdf = await makeFaxPdf(pages, choices, { ...ports, report }, signal);
  if (!pdf.ok) return pdf;
  const request = {
    ...requestedAt(when),
    recipients: state.recipients.map(({ digits }) => `+${digits}`),
    sender: choices.sender,
    header: choices.header.trim(),
    resolution: choices.resolution,
    pageCount: pages.length,
  };
  return queue({ request, pdf: pdf.value }, { ...ports, report });
}

type QueueingPorts = Pick<SendingPorts, 'client' | 'questions'> & Pick<MakingPorts, 'report'>;

/** The user is asked where some had the same document within a day; again, where others had it meanwhile. */
async function queue(fax: CallInput<'outbox.queue'>, ports: QueueingPorts): Promise<Result<Delivery[]>> {
  ports.report({ kind: 'queueing' });
  const queued = await ports.client.call('outbox.queue', fax);
  if (!queued.ok) return queued;
  if (queued.value.kind === 'queued') return ok(queued.value.deliveries);
  ports.report({ kind: 'asking' });
  const had = new Set(queued.value.recipients.map((digits) => `+${digits}`));
  const others = fax.request.recipients.filter((recipient) => !had.has(recipient));
  const answer = await ports.questions.askSentBefore(queued.value.recipients, others.length);
  if (answer === 'all') return queue({ ...fax, again: true }, ports);
  if (answer === null || others.length === 0) return fail({ kind: 'cancelled' });
  return queue({ ...fax, request: { ...fax.request, recipients: others } }, ports);
}

/** A fax that is set for later is offered for undoing as long as any other. */
function undoUntilOf(first: Delivery | undefined, undoMs: number): number {
  const state = first?.state;
  return state?.kind === 'queued' && state.waitingFor === 'undo' ? state.notBefore : Date.now() + undoMs;
}

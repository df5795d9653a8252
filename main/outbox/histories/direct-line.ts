import { readIdAnswer } from '../../../app/api/answers';
import {
  AbortedError,
  ConnectionLostError,
  NotReachableError,
  TimedOutError,
  UnreadableAnswerError,
} from '../../../app/api/errors';
import { redactorFor } from '../../../app/api/redact';
import { successText } from '../../../app/api/service';
import { usualTimeouts } from '../../../app/api/timeouts';
import { everyPage } from '../../../app/outbox/every-page';
import type { ExchangePort } from '../../../app/outbox/ports';
import { Connection } from './exchange-model';
import type { ExchangeModel, ModelAnswer } from './exchange-model';
import type { MortalProcess } from './mortal-process';

const host = 'api.example';
const options = { cause: null };
const encoder = new TextEncoder();
const noKey = redactorFor(null);

/**
 * The exchange as a process reaches it, without the cost of bytes: answers are judged by the client's own functions,
 * lists come as they are. `wire-line.ts` is the same with every byte.
 */
export function directLine(model: ExchangeModel, process: MortalProcess): ExchangePort<AbortSignal> {
  const list = async <T>(call: string, read: () => T[], idOf: (entry: T) => string): Promise<T[]> => {
    const { pageSize } = model.nature;
    if (pageSize === null) return request(call, read);
    return everyPage(async ({ page }) => {
      let totalCount = 0;
      const entries = await request(call, () => {
        const all = read();
        totalCount = all.length;
        return all.slice((page - 1) * pageSize, page * pageSize);
      });
      const totalPages = Math.ceil(totalCount / pageSize);
      return { entries, pagination: { page, totalCount, totalPages, limit: pageSize } };
    }, idOf);
  };
  const request = async <T>(call: string, read: () => T): Promise<T> => {
    const line = process.step(() => openLine(model, process));
    line.endAfter(usualTimeouts.callMs);
    const { answer, entries } = await process.receive(model.list(line.connection, read));
    line.close();
    const text = process.step(() => textOf(answer, call, line));
    if (text !== '') throw new UnreadableAnswerError(call, 'it is not JSON');
    return entries;
  };
  return {
    send: async (delivery, pdf, { signal, onProgress }) => {
      const line = process.step(() => openLine(model, process));
      if (signal.aborted) throw new AbortedError(false);
      signal.addEventListener('abort', () => line.end('aborted'));
      line.endAfter(usualTimeouts.stallMs);
      const { recipient, sender, header, documentSha256: document, pageCount: pages } = delivery;
      const onHalf = (): void => {
        line.endAfter(usualTimeouts.uploadAnswerMs);
        if (process.isAlive()) onProgress(pdf.length / 2, pdf.length);
      };
      const fax = { recipient, sender, header, document, pages };
      const answer = await process.receive(model.post(fax, line.connection, onHalf));
      line.close();
      const text = process.step(() => textOf(answer, 'POST /fax_orders', line));
      const orderId = readIdAnswer(text);
      if (orderId === null) throw new UnreadableAnswerError('POST /fax_orders', 'it holds no order id');
      return orderId;
    },
    listPending: () =>
      list(
        'GET /fax_orders',
        () => model.pending(),
        ({ orderId }) => orderId,
      ),
    listRecords: (since) =>
      list(
        'GET /fdrs',
        () => model.records(since),
        ({ callUuid }) => callUuid,
      ),
  };
}

/** The body of a good answer; throws what the client throws for any other. */
function textOf(answer: ModelAnswer, call: string, { why }: Line): string {
  if (answer.kind === 'neverLeft') throw new NotReachableError(host, options);
  if (answer.kind === 'lost') {
    if (why() === 'timedOut') throw new TimedOutError(host);
    throw why() === 'aborted' ? new AbortedError(true) : new ConnectionLostError(host, options);
  }
  const header = (name: string): string | null => (name === 'retry-after' ? (answer.retryAfter ?? null) : null);
  if (answer.status === 200 && answer.body === '') return '';
  const bytes = encoder.encode(answer.body);
  return successText({ status: answer.status, header, bytes }, call, noKey, 0);
}

interface Line {
  readonly connection: Connection;
  readonly why: () => 'timedOut' | 'aborted' | null;
  endAfter(ms: number): void;
  end(why: 'timedOut' | 'aborted'): void;
  close(): void;
}

function openLine({ clock }: ExchangeModel, process: MortalProcess): Line {
  const connection = new Connection();
  process.connections.add(connection);
  let why: 'timedOut' | 'aborted' | null = null;
  let cancel = (): void => undefined;
  const end = (reason: 'timedOut' | 'aborted'): void => {
    why ??= reason;
    connection.cut();
  };
  return {
    connection,
    why: () => why,
    endAfter: (ms) => {
      cancel();
      cancel = clock.setTimer(ms, () => end('timedOut'));
    },
    end,
    close: () => {
      cancel();
      process.connections.delete(connection);
    },
  };
}

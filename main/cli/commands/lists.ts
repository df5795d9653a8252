import type { FaxRecord, PageRequest, Pagination } from '../../../app/api/entities';
import { failureOf } from '../../../app/api/failure-of';
import { newestFirst, type RecordQuestion } from '../../../app/history/question';
import { canonicalNumber } from '../../../app/phone/fax-number';
import type { Account } from '../../account';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';

/** The service's own pending list. */
export function pending(
  context: CommandContext,
  { page }: Extract<Command, { name: 'pending' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  return list(context, open, async ({ api }) => {
    const { orders, pagination } = await api.listPending(page);
    const lines = orders.map((order) => [order.orderId, order.createdAt, order.sender, order.recipient, order.status]);
    return { lines, pagination, answer: { orders, pagination } };
  });
}

/** The service's own records, or those on this computer. */
export function records(
  context: CommandContext,
  { filter, page, offline, text }: Extract<Command, { name: 'records' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  if (offline) return keptRecords(context, { ...filter, ...(text !== null && { text }) }, page, open);
  const { sender, recipient, ...rest } = filter;
  const asked = {
    ...rest,
    ...(sender !== undefined && { sender: canonicalNumber(sender) }),
    ...(recipient !== undefined && { recipient: canonicalNumber(recipient) }),
  };
  return list(context, open, async ({ api }) => {
    const { records: found, pagination } = await api.listRecords(asked, page);
    return { lines: found.map(lineOf), pagination, answer: { records: found, pagination } };
  });
}

function keptRecords(
  context: CommandContext,
  question: RecordQuestion,
  { limit, page }: PageRequest,
  open: OpenAccount,
): Promise<ExitCode> {
  return list(context, open, ({ history }) => {
    const { records: found, total } = history.store.search(question, newestFirst, {
      offset: (page - 1) * limit,
      limit,
    });
    const pagination = { page, limit, totalCount: total, totalPages: Math.max(1, Math.ceil(total / limit)) };
    return Promise.resolve({ lines: found.map(lineOf), pagination, answer: { records: found, pagination } });
  });
}

const lineOf = (record: FaxRecord): string[] => [
  record.callUuid,
  record.startStamp,
  record.direction ?? '?',
  record.sender,
  record.recipient,
  record.pagesCount,
  record.result,
];

interface Listed {
  readonly lines: readonly (readonly string[])[];
  readonly pagination: Pagination | null;
  readonly answer: unknown;
}

async function list(
  context: CommandContext,
  open: OpenAccount,
  ask: (account: Account) => Promise<Listed>,
): Promise<ExitCode> {
  const { t, terminal } = context;
  const account = await open({ onDeliveries: () => undefined });
  let listed: Listed;
  try {
    listed = await ask(account);
  } catch (error) {
    return tellFailure(context, failureOf(error));
  }
  if (listed.lines.length === 0) terminal.say(t('cli.nothing'));
  for (const line of listed.lines) terminal.say(line.join('\t'));
  if (listed.pagination !== null) terminal.say(t('cli.page', { ...listed.pagination }));
  terminal.json(listed.answer);
  return exitCodes.done;
}

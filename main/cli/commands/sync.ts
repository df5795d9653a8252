import type { SyncStatus } from '../../../app/history/sync-status';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';

/** About half a minute without an answer; a longer `Retry-After` is left to the window. */
const patience = { failuresInARow: 5, longestWaitMs: 60_000 };

/** Reads the service's records that are not on this computer yet. */
export async function sync(
  context: CommandContext,
  { since }: Extract<Command, { name: 'sync' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  const { t, terminal } = context;
  const { history } = await open({ onDeliveries: () => undefined });
  const before = history.store.counts().records;
  if (since !== null) history.sync.reachBack(since);
  const failure = await history.sync.readOnce(patience);
  const status = history.sync.status();
  if (failure !== null) return tellFailure(context, failure);
  const added = Math.max(0, status.recordCount - before);
  terminal.say(t('cli.synced', { added, records: status.recordCount }));
  if (status.unusableEntries > 0) terminal.complain(t('cli.unusableEntries', { n: status.unusableEntries }));
  if (status.unreadSpans > 0) terminal.complain(t('cli.unreadSpans', { n: status.unreadSpans }));
  terminal.json(answerOf(status, added));
  return exitCodes.done;
}

const answerOf = (
  { recordCount, unreadCount, completeSince, requests, unusableEntries, unreadSpans }: SyncStatus,
  added: number,
) => ({
  ...{ added, records: recordCount, unread: unreadCount, completeSince, requests, unusableEntries, unreadSpans },
});

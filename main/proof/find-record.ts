import type { FaxRecord } from '../../app/api/entities';
import { everyPage } from '../../app/outbox/every-page';
import type { Delivery } from '../../app/outbox/delivery';
import type { Account } from '../account';

const DAY_MS = 86_400_000;
/** The service answers for at most 31 days (api.md). */
const REACH_MS = 29 * DAY_MS;

/** The service's record of a delivery's call, from this computer or else the service; `null` where there is none, or it can't be had now. */
export async function findRecord(
  { history, api }: Pick<Account, 'history' | 'api'>,
  { state, createdAt, recipient }: Delivery,
): Promise<FaxRecord | null> {
  if (!('callUuid' in state)) return null;
  const kept = history.store.get(state.callUuid);
  if (kept !== null) return kept;
  const since = createdAt - DAY_MS;
  const window = { since, until: since + REACH_MS, recipient };
  try {
    const found = await everyPage(
      async (page) => {
        const { records, pagination } = await api.listRecords(window, page);
        return { entries: records, pagination };
      },
      ({ callUuid }) => callUuid,
    );
    return found.find(({ callUuid }) => callUuid === state.callUuid) ?? null;
  } catch {
    return null;
  }
}

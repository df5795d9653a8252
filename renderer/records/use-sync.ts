import { useEffect, useState } from 'react';
import type { SyncStatus } from '../../app/history/sync-status';
import { useKnown, useServices } from '../services';

/** How far the records are read, and how many faxes are unread; `null` until main has answered. */
export function useSync(): { status: SyncStatus | null; look: () => void } {
  const { client } = useServices();
  const { keyStatus } = useKnown();
  const [status, setStatus] = useState<SyncStatus | null>(null);
  const account = keyStatus && (keyStatus.kept === 'demo' ? 'demo' : 'own');
  useEffect(() => {
    const stops = [
      client.on('syncStatusChanged', setStatus),
      client.on('recordsChanged', ({ unreadCount }) => setStatus((known) => known && { ...known, unreadCount })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [client]);
  useEffect(() => {
    if (account) void client.call('records.syncStatus').then(setStatus);
  }, [client, account]);
  return { status, look: () => void client.call('records.sync', {}).then(setStatus) };
}

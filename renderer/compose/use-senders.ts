import { useEffect, useState } from 'react';
import type { Result } from '../../app/result';
import { useKnown, useServices } from '../services';

/** The account's own numbers, asked anew whenever the key or the account changes. */
export function useSenders(): Result<string[]> | null {
  const { client } = useServices();
  const { keyStatus } = useKnown();
  const [senders, setSenders] = useState<Result<string[]> | null>(null);
  useEffect(() => {
    let here = true;
    if (keyStatus && keyStatus.kept !== 'none') {
      void client.call('account.senders').then((answer) => {
        if (here) setSenders(answer);
      });
    }
    return () => {
      here = false;
    };
  }, [client, keyStatus]);
  return keyStatus?.kept === 'none' ? null : senders;
}

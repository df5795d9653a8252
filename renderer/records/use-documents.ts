import { useState } from 'react';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { useServices } from '../services';

export interface Documents {
  /** The call whose document is being fetched. */
  readonly busy: string | null;
  readonly said: { readonly tone: 'bad' | 'good'; readonly text: string } | null;
  readonly open: (callUuid: string) => void;
  readonly save: (callUuid: string) => void;
  readonly dismiss: () => void;
}

/** Fetching, showing and keeping the document of a fax. */
export function useDocuments(): Documents {
  const { t } = useTexts();
  const { client } = useServices();
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<Documents['said']>(null);
  const ask = (name: 'records.openDocument' | 'records.saveDocument', callUuid: string): void => {
    setBusy(callUuid);
    setSaid(null);
    void client
      .call(name, { callUuid })
      .then((result) => {
        if (!result.ok) setSaid({ tone: 'bad', text: failureSentence(t, result.failure) });
        else if (name === 'records.saveDocument' && result.value.path !== null) {
          setSaid({ tone: 'good', text: t('ui.records.saved', { path: result.value.path }) });
        }
      })
      .finally(() => setBusy(null));
  };
  return {
    busy,
    said,
    open: (callUuid) => ask('records.openDocument', callUuid),
    save: (callUuid) => ask('records.saveDocument', callUuid),
    dismiss: () => setSaid(null),
  };
}

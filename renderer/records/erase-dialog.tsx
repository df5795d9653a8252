import { useState } from 'react';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Segmented } from '../ui/segmented';

interface EraseDialogProps {
  callUuids: readonly string[];
  /** `null`: thought better of it. */
  onEnd: (said: { tone: 'good' | 'bad'; text: string } | null) => void;
}

/** No call takes more at once. */
const AT_ONCE = 1000;

/** Asks what to erase, then erases it for good. */
export function EraseDialog({ callUuids, onEnd }: EraseDialogProps) {
  const { t, formats } = useTexts();
  const { client } = useServices();
  const [what, setWhat] = useState<'documents' | 'documentsAndRecords'>('documents');
  const [busy, setBusy] = useState(false);
  const erase = async (): Promise<void> => {
    setBusy(true);
    let [erased, kept] = [0, 0];
    for (let at = 0; at < callUuids.length; at += AT_ONCE) {
      const result = await client.call('records.erase', { callUuids: callUuids.slice(at, at + AT_ONCE), what });
      if (!result.ok) {
        onEnd({ tone: 'bad', text: failureSentence(t, result.failure) });
        return;
      }
      erased += result.value.erased;
      kept += result.value.kept.length;
    }
    const text =
      kept > 0 ? t('history.erase.kept', { n: kept }) : t('history.erase.done', { n: formats.number(erased) });
    onEnd({ tone: 'good', text });
  };
  const actions = (
    <>
      <Button disabled={busy} onClick={() => onEnd(null)}>
        {t('ui.common.cancel')}
      </Button>
      <Button look="danger" busy={busy} disabled={busy} onClick={() => void erase()}>
        {t('history.erase.confirm')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('history.erase.title')} onClose={() => onEnd(null)} actions={actions}>
      <p>{t('history.erase.text', { n: formats.number(callUuids.length) })}</p>
      <Segmented
        label={t('history.erase.what')}
        value={what}
        options={[
          { value: 'documents', label: t('history.erase.documents') },
          { value: 'documentsAndRecords', label: t('history.erase.documentsAndRecords') },
        ]}
        onChange={setWhat}
      />
    </Dialog>
  );
}

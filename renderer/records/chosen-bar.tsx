import { useState } from 'react';
import type { HistoryRecord } from '../../app/history/record';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import type { PagedList } from '../ui/list/use-paged-rows';
import { useDocumentAhead } from '../viewer/use-document';
import { useViewer } from '../viewer/viewed';
import { EraseDialog } from './erase-dialog';
import styles from './records-screen.module.css';

interface ChosenBarProps {
  callUuids: readonly string[];
  list: PagedList<HistoryRecord>;
  onNone: () => void;
  onSaid: (said: { tone: 'good' | 'bad'; text: string }) => void;
}

/** No call takes more at once. */
const AT_ONCE = 1000;

/** What can be done with the records that are selected. */
export function ChosenBar({ callUuids, list, onNone, onSaid }: ChosenBarProps) {
  const { t, formats } = useTexts();
  const { client } = useServices();
  const { view } = useViewer();
  const [erasing, setErasing] = useState(false);
  const mark = async (isRead: boolean): Promise<void> => {
    for (let at = 0; at < callUuids.length; at += AT_ONCE) {
      await client.call('records.markRead', { callUuids: callUuids.slice(at, at + AT_ONCE), isRead });
    }
  };
  const [only] = callUuids.length === 1 ? list.rows.rowsOf(new Set(callUuids)) : [];
  useDocumentAhead(only ? { kind: 'record', record: only } : null);
  return (
    <div className={styles.chosen}>
      <strong>{t('history.chosen', { n: formats.number(callUuids.length) })}</strong>
      {only && (
        <Button look="primary" onClick={() => view({ kind: 'record', record: only })}>
          {t('history.open')}
        </Button>
      )}
      <Button onClick={() => void mark(true)}>{t('history.markRead')}</Button>
      <Button onClick={() => void mark(false)}>{t('history.markUnread')}</Button>
      <Button look="danger" onClick={() => setErasing(true)}>
        {t('history.erase.button')}
      </Button>
      <Button look="quiet" onClick={onNone}>
        {t('history.chooseNone')}
      </Button>
      {erasing && (
        <EraseDialog
          callUuids={callUuids}
          onEnd={(said) => {
            setErasing(false);
            if (said === null) return;
            onSaid(said);
            onNone();
          }}
        />
      )}
    </div>
  );
}

import { useEffect, useState } from 'react';
import type { SavedSearch } from '../../app/history/question';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field, Select, TextInput } from '../ui/field';
import styles from './filter-bar.module.css';
import { isWhole, questionOf, type RecordsView, viewOf } from './view';

interface SavedSearchesProps {
  view: RecordsView;
  onView: (view: RecordsView) => void;
}

/** Searches by name: to use one, save this one, or delete one. */
export function SavedSearches({ view, onView }: SavedSearchesProps) {
  const { t } = useTexts();
  const { client } = useServices();
  const [searches, setSearches] = useState<readonly SavedSearch[]>([]);
  const [naming, setNaming] = useState(false);
  useEffect(() => void client.call('records.savedSearches').then(setSearches), [client]);
  const choose = (chosen: string): void => {
    const [deed, id] = chosen.split(' ');
    const search = searches.find((each) => each.id === id);
    if (deed === 'save') setNaming(true);
    else if (deed === 'use' && search) onView(viewOf(search));
    else if (deed === 'delete' && search) void client.call('records.deleteSearch', { id: search.id }).then(setSearches);
  };
  return (
    <>
      <Select
        className={styles.saved}
        aria-label={t('history.saved.label')}
        value=""
        onChange={({ target }) => choose(target.value)}
      >
        <option value="" hidden>
          {t('history.saved.none')}
        </option>
        {searches.map(({ id, name }) => (
          <option key={id} value={`use ${id}`}>
            {name}
          </option>
        ))}
        <option value="save" disabled={isWhole(view)}>
          {t('history.saved.save')}
        </option>
        {searches.map(({ id, name }) => (
          <option key={id} value={`delete ${id}`}>
            {t('history.saved.remove', { name })}
          </option>
        ))}
      </Select>
      {naming && (
        <NameDialog
          onEnd={(name) => {
            setNaming(false);
            if (name === null) return;
            void client
              .call('records.saveSearch', { name, question: questionOf(view), sort: view.sort })
              .then(setSearches);
          }}
        />
      )}
    </>
  );
}

function NameDialog({ onEnd }: { onEnd: (name: string | null) => void }) {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const actions = (
    <>
      <Button onClick={() => onEnd(null)}>{t('ui.common.cancel')}</Button>
      <Button look="primary" disabled={name.trim() === ''} onClick={() => onEnd(name.trim())}>
        {t('history.saved.confirm')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('history.saved.title')} onClose={() => onEnd(null)} actions={actions}>
      <Field label={t('history.saved.name')}>
        {(ids) => <TextInput {...ids} value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />}
      </Field>
    </Dialog>
  );
}

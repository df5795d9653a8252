import { type SubmitEvent, useEffect, useId, useState } from 'react';
import type { SavedSearch } from '../../app/history/question';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field, Select, TextInput } from '../ui/field';
import { EditSearches } from './edit-searches';
import styles from './filter-bar.module.css';
import { isWhole, questionOf, type RecordsView, viewOf } from './view';

interface SavedSearchesProps {
  view: RecordsView;
  onView: (view: RecordsView) => void;
}

/** Searches by name: to use one, save this one, or edit them. */
export function SavedSearches({ view, onView }: SavedSearchesProps) {
  const { t } = useTexts();
  const { client } = useServices();
  const [searches, setSearches] = useState<readonly SavedSearch[]>([]);
  const [asking, ask] = useState<'name' | 'edit' | null>(null);
  useEffect(() => void client.call('records.savedSearches').then(setSearches), [client]);
  const choose = (chosen: string): void => {
    const [deed, id] = chosen.split(' ');
    const search = searches.find((each) => each.id === id);
    if (deed === 'save') ask('name');
    else if (deed === 'edit') ask('edit');
    else if (deed === 'use' && search) onView(viewOf(search));
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
        {searches.length > 0 && <option value="edit">{t('history.saved.edit')}</option>}
      </Select>
      {asking === 'edit' && <EditSearches searches={searches} onChange={setSearches} onClose={() => ask(null)} />}
      {asking === 'name' && (
        <NameDialog
          onEnd={(name) => {
            ask(null);
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
  const form = useId();
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (name.trim() !== '') onEnd(name.trim());
  };
  const actions = (
    <>
      <Button onClick={() => onEnd(null)}>{t('ui.common.cancel')}</Button>
      <Button look="primary" type="submit" form={form} disabled={name.trim() === ''}>
        {t('history.saved.confirm')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('history.saved.title')} onClose={() => onEnd(null)} actions={actions}>
      <form id={form} noValidate onSubmit={submit}>
        <Field label={t('history.saved.name')}>
          {(ids) => (
            <TextInput {...ids} value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import type { SavedSearch } from '../../app/history/question';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextInput } from '../ui/field';
import { DeleteIcon, DownIcon, UpIcon } from '../ui/icons';
import styles from './edit-searches.module.css';

interface EditSearchesProps {
  searches: readonly SavedSearch[];
  onChange: (searches: readonly SavedSearch[]) => void;
  onClose: () => void;
}

/** The saved searches, to rename, move and delete. Each change is kept at once. */
export function EditSearches({ searches, onChange, onClose }: EditSearchesProps) {
  const { t } = useTexts();
  const { client } = useServices();
  const rename = (search: SavedSearch, name: string): void =>
    void client.call('records.saveSearch', { ...search, name }).then(onChange);
  const move = (from: number, by: 1 | -1): void => {
    const ids = searches.map(({ id }) => id);
    ids.splice(from + by, 0, ...ids.splice(from, 1));
    void client.call('records.arrangeSearches', { ids }).then(onChange);
  };
  const remove = ({ id }: SavedSearch): void => void client.call('records.deleteSearch', { id }).then(onChange);
  const actions = (
    <Button look="primary" onClick={onClose}>
      {t('ui.common.close')}
    </Button>
  );
  return (
    <Dialog title={t('history.saved.label')} onClose={onClose} actions={actions}>
      {searches.length === 0 && <p>{t('history.saved.noneLeft')}</p>}
      <ul className={styles.searches}>
        {searches.map((search, index) => {
          const { id, name } = search;
          return (
            <li key={id}>
              <NameField key={name} name={name} onRename={(changed) => rename(search, changed)} />
              <IconButton
                icon={UpIcon}
                label={t('history.saved.up', { name })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <IconButton
                icon={DownIcon}
                label={t('history.saved.down', { name })}
                disabled={index === searches.length - 1}
                onClick={() => move(index, 1)}
              />
              <IconButton
                icon={DeleteIcon}
                label={t('history.saved.remove', { name })}
                onClick={() => remove(search)}
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** A name is taken when the field is left or Enter pressed; one without letters is not. */
function NameField({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(name);
  const take = (): void => {
    const changed = typed.trim();
    if (changed === '') setTyped(name);
    else if (changed !== name) onRename(changed);
  };
  return (
    <TextInput
      aria-label={t('history.saved.nameOf', { name })}
      value={typed}
      maxLength={120}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  );
}

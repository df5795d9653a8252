import { memo, useEffect, useState } from 'react';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Button } from '../ui/button';
import { Field, Select, TextInput } from '../ui/field';
import { FilterIcon } from '../ui/icons';
import styles from './filter-bar.module.css';
import { SavedSearches } from './saved-searches';
import { filledIn, isWhole, type RecordsView, wholeHistory } from './view';

export type Tab = 'list' | 'overview';

interface FilterBarProps {
  view: RecordsView;
  onView: (view: RecordsView) => void;
  tab: Tab;
  onTab: (tab: Tab) => void;
}

/** Which records: by direction, by words, and by everything else behind a button. */
export const FilterBar = memo(function FilterBar({ view, onView, tab, onTab }: FilterBarProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const filled = filledIn(view);
  const tabs = (['all', 'inbound', 'outbound', 'internal'] as const).map((direction) => (
    <button
      key={direction}
      type="button"
      className={styles.tab}
      aria-pressed={tab === 'list' && view.direction === direction}
      onClick={() => {
        onTab('list');
        onView({ ...view, direction });
      }}
    >
      {t(`history.tabs.${direction}`)}
    </button>
  ));
  return (
    <div className={styles.area}>
      <div className={styles.bar}>
        <div className={styles.tabs} role="group" aria-label={t('history.tabsLabel')}>
          {tabs}
          <button
            type="button"
            className={styles.tab}
            aria-pressed={view.unread}
            onClick={() => onView({ ...view, unread: !view.unread })}
          >
            {t('history.unreadOnly')}
          </button>
          <button
            type="button"
            className={styles.tab}
            aria-pressed={tab === 'overview'}
            onClick={() => onTab('overview')}
          >
            {t('history.tabs.overview')}
          </button>
        </div>
        <Search key={view.text === '' ? 'empty' : 'words'} view={view} onView={onView} />
        <Button icon={FilterIcon} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('history.filters')}
          {filled > 0 && ` (${String(filled)})`}
        </Button>
        <SavedSearches view={view} onView={onView} />
      </div>
      {isOpen && (
        <div className={styles.fields} role="group" aria-label={t('ui.records.filter')}>
          <Fields view={view} onView={onView} />
          <Button look="quiet" disabled={isWhole(view)} onClick={() => onView({ ...wholeHistory, sort: view.sort })}>
            {t('history.clear')}
          </Button>
        </div>
      )}
    </div>
  );
});

/** Words are searched once typing rests. */
const restMs = 120;

function Search({ view, onView }: Pick<FilterBarProps, 'view' | 'onView'>) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(view.text);
  useEffect(() => {
    if (typed === view.text) return undefined;
    const timer = window.setTimeout(() => onView({ ...view, text: typed }), restMs);
    return () => window.clearTimeout(timer);
  }, [typed, view, onView]);
  return (
    <TextInput
      type="search"
      className={styles.search}
      aria-label={t('history.search')}
      placeholder={t('history.search')}
      value={typed}
      maxLength={500}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

function Fields({ view, onView }: Pick<FilterBarProps, 'view' | 'onView'>) {
  const { t } = useTexts();
  const tags = useTags();
  const text = (name: 'from' | 'to' | 'sender' | 'recipient', type: string) => (
    <Field label={t(`ui.records.${name}`)}>
      {(ids) => (
        <TextInput
          {...ids}
          type={type}
          value={view[name]}
          onChange={({ target }) => onView({ ...view, [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {text('from', 'date')}
      {text('to', 'date')}
      {text('sender', 'text')}
      {text('recipient', 'text')}
      <Field label={t('ui.records.result')}>
        {(ids) => (
          <Select
            {...ids}
            value={view.success}
            onChange={({ target }) => onView({ ...view, success: target.value as RecordsView['success'] })}
          >
            <option value="">{t('ui.records.any')}</option>
            <option value="true">{t('ui.records.succeeded')}</option>
            <option value="false">{t('ui.records.notSucceeded')}</option>
          </Select>
        )}
      </Field>
      <Field label={t('history.tag')}>
        {(ids) => (
          <Select {...ids} value={view.tag} onChange={({ target }) => onView({ ...view, tag: target.value })}>
            <option value="">{t('ui.records.any')}</option>
            {tags.map((tag) => (
              <option key={tag}>{tag}</option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

function useTags(): readonly string[] {
  const { client } = useServices();
  const [tags, setTags] = useState<readonly string[]>([]);
  useEffect(() => void client.call('records.tags').then((all) => setTags(all.map(({ tag }) => tag))), [client]);
  return tags;
}

import { useEffect, useState } from 'react';
import { useTexts } from '../language';
import { TextInput } from '../ui/field';
import { countOf, type FilterName, filterNames, type OutboxView } from './filters';
import styles from './filter-bar.module.css';
import { useOutboxStatus } from './use-outbox';

interface FilterBarProps {
  view: OutboxView;
  onView: (view: OutboxView) => void;
}

/** Which faxes are shown: by state, and by words. */
export function FilterBar({ view, onView }: FilterBarProps) {
  const { t } = useTexts();
  return (
    <div className={styles.bar}>
      <div className={styles.filters} role="group" aria-label={t('outbox.filterLabel')}>
        {filterNames.map((name) => (
          <FilterButton
            key={name}
            name={name}
            isPressed={view.filter === name}
            onPress={() => onView({ ...view, filter: name })}
          />
        ))}
      </div>
      <Search key={view.search === '' ? 'empty' : 'words'} view={view} onView={onView} />
    </div>
  );
}

function FilterButton({ name, isPressed, onPress }: { name: FilterName; isPressed: boolean; onPress: () => void }) {
  const { t, formats } = useTexts();
  const status = useOutboxStatus();
  const count = status === null ? 0 : countOf(name, status);
  return (
    <button
      type="button"
      className={styles.filter}
      aria-pressed={isPressed}
      data-asking={(name === 'needsDecision' && count > 0) || undefined}
      onClick={onPress}
    >
      {t(`outbox.filters.${name}`)} <span className={styles.count}>{formats.number(count)}</span>
    </button>
  );
}

/** Words are searched once typing rests. */
const restMs = 150;

function Search({ view, onView }: FilterBarProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(view.search);
  useEffect(() => {
    if (typed === view.search) return undefined;
    const timer = window.setTimeout(() => onView({ ...view, search: typed }), restMs);
    return () => window.clearTimeout(timer);
  }, [typed, view, onView]);
  return (
    <TextInput
      type="search"
      className={styles.search}
      aria-label={t('outbox.search')}
      placeholder={t('outbox.search')}
      value={typed}
      maxLength={200}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

import { Suspense } from 'react';
import { useTexts } from '../language';
import { IconButton } from '../ui/button';
import { DeleteIcon, RedoIcon, RotateLeftIcon, RotateRightIcon, UndoIcon } from '../ui/icons';
import { PageList } from './apart';
import styles from './pages-column.module.css';
import { type ComposeModel, useCompose } from './use-compose';

export function PagesColumn() {
  const { t } = useTexts();
  const compose = useCompose();
  return (
    <section className={styles.column} aria-label={t('ui.compose.pages')}>
      <PageTools compose={compose} />
      <Suspense fallback={null}>
        <PageList />
      </Suspense>
      {compose.state.reading > 0 && (
        <p className={styles.reading} role="status">
          {t('ui.compose.readingFiles', { n: compose.state.reading })}
        </p>
      )}
    </section>
  );
}

/** What can be done with the selected pages. */
function PageTools({ compose: { state, dispatch } }: { compose: ComposeModel }) {
  const { t } = useTexts();
  const locked = state.phase.kind !== 'editing';
  const ids = state.selected;
  const none = locked || ids.size === 0;
  const { past, future } = state.pages;
  const tools = [
    [RotateLeftIcon, 'rotateLeft', none, () => dispatch({ kind: 'rotated', ids, by: -90 })],
    [RotateRightIcon, 'rotateRight', none, () => dispatch({ kind: 'rotated', ids, by: 90 })],
    [DeleteIcon, 'remove', none, () => dispatch({ kind: 'removed', ids })],
    [UndoIcon, 'undo', locked || past.length === 0, () => dispatch({ kind: 'undone' })],
    [RedoIcon, 'redo', locked || future.length === 0, () => dispatch({ kind: 'redone' })],
  ] as const;
  return (
    <div className={styles.tools} role="group" aria-label={t('ui.compose.pageTools')}>
      {tools.map(([icon, name, disabled, act]) => (
        <IconButton key={name} icon={icon} label={t(`ui.compose.${name}`)} disabled={disabled} onClick={act} />
      ))}
    </div>
  );
}

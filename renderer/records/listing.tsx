import type { ReactNode } from 'react';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Empty } from '../ui/screen';
import styles from './listing.module.css';
import type { Listing } from './use-listing';

interface ListingFrameProps {
  listing: Listing<unknown>;
  /** What is said instead of the table; `null` where there is something in it. */
  empty: ReactNode;
  onRetry: () => void;
  children: ReactNode;
}

/** A table with its loading, empty and failed states. */
export function ListingFrame({ listing, empty, onRetry, children }: ListingFrameProps) {
  const { t } = useTexts();
  if (listing.kind === 'failed') {
    return (
      <Notice tone="bad" actions={<Button onClick={onRetry}>{t('ui.common.retry')}</Button>}>
        {failureSentence(t, listing.failure)}
      </Notice>
    );
  }
  const loading = listing.kind === 'loading';
  if (loading && (listing.last === null || empty !== null)) return <Empty title={t('ui.common.loading')} />;
  if (empty !== null) return empty;
  return (
    <div className={styles.frame} aria-busy={loading} tabIndex={0} role="region" aria-label={t('ui.list.table')}>
      {children}
    </div>
  );
}

import type { PageRequest, Pagination } from '../../app/api/entities';
import { useTexts } from '../language';
import { IconButton } from '../ui/button';
import { Select } from '../ui/field';
import { NextIcon, PreviousIcon } from '../ui/icons';
import styles from './listing.module.css';

const limits = [10, 25, 50, 100] as const;

interface PagerProps {
  request: PageRequest;
  pagination: Pagination | null;
  onChange: (request: PageRequest) => void;
}

export function Pager({ request, pagination, onChange }: PagerProps) {
  const { t, formats } = useTexts();
  const total = Math.max(1, pagination?.totalPages ?? 1);
  const turn = (by: number): void => onChange({ ...request, page: request.page + by });
  return (
    <nav className={styles.pager} aria-label={t('ui.list.paging')}>
      <label className={styles.limit}>
        {t('ui.list.limit')}
        <Select
          value={request.limit}
          onChange={({ target }) => onChange({ limit: Number(target.value), page: 1 })}
          className={styles.limitSelect}
        >
          {limits.map((limit) => (
            <option key={limit}>{limit}</option>
          ))}
        </Select>
      </label>
      <span className={styles.total}>
        {pagination && t('ui.list.total', { n: formats.number(pagination.totalCount) })}
      </span>
      <IconButton
        icon={PreviousIcon}
        label={t('ui.list.previous')}
        disabled={request.page <= 1}
        onClick={() => turn(-1)}
      />
      <span aria-live="polite">{t('ui.list.place', { page: request.page, total })}</span>
      <IconButton icon={NextIcon} label={t('ui.list.next')} disabled={request.page >= total} onClick={() => turn(1)} />
    </nav>
  );
}
